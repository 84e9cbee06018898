"""CloudWatch Logs: the class of a log group."""

from moto.logs.models import LogGroup
from moto.logs.responses import LogsResponse as Responses


def log_group_class() -> None:
    create, describe = Responses.create_log_group, LogGroup.to_describe_dict

    def create_log_group(self):
        answer = create(self)
        group = self.logs_backend.groups[self._get_param("logGroupName")]
        group.fix_class = self._get_param("logGroupClass") or "STANDARD"
        return answer

    def described(self):
        return {**describe(self), "logGroupClass": getattr(self, "fix_class", "STANDARD")}

    Responses.create_log_group = create_log_group
    LogGroup.to_describe_dict = described


FIXES = [log_group_class]
