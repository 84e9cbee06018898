"""S3: a bucket policy that denies what is not sent over TLS, and the deletion of delete markers."""

from moto.iam.access_control import IAMPolicyStatement, PermissionResult
from moto.s3.models import FakeDeleteMarker


def conditions_of_bucket_policies() -> None:
    """moto knows nothing of the request that a condition asks about, and takes the condition as met."""
    original = IAMPolicyStatement.is_action_permitted

    def is_action_permitted(self, action, resource="*", principal=None, incoming_condition_values=None):
        if action.startswith("s3:") and self._statement.get("Condition") and not incoming_condition_values:
            return PermissionResult.NEUTRAL
        return original(self, action, resource, principal, incoming_condition_values)

    IAMPolicyStatement.is_action_permitted = is_action_permitted


def deletion_of_delete_markers() -> None:
    """moto closes the content of every version that it deletes; a delete marker has none."""
    if not hasattr(FakeDeleteMarker, "dispose"):
        FakeDeleteMarker.dispose = lambda self: None


FIXES = [conditions_of_bucket_policies, deletion_of_delete_markers]
