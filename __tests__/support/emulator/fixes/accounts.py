"""Account ids: tests run side by side, each in an account of its own."""

from moto.iam import models

# AWS access keys have twenty characters, and moto looks for no others in a signature.
PREFIX = "AKIATEST"


def access_key_ends_with_its_account_id() -> None:
    original = models.get_account_id_from

    def get_account_id_from(access_key):
        return access_key.removeprefix(PREFIX) if access_key.startswith(PREFIX) else original(access_key)

    models.get_account_id_from = get_account_id_from


FIXES = [access_key_ends_with_its_account_id]
