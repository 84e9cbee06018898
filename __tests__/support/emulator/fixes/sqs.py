"""SQS: redrive policies of a queue and of its dead-letter queue."""

import json

from moto.sqs.models import Queue


def redrive_policies() -> None:
    """The provider compares the texts, which AWS returns without white space."""
    original = Queue.attributes.fget
    Queue.BASE_ATTRIBUTES.append("RedriveAllowPolicy")
    Queue.redrive_allow_policy = None

    def attributes(self):
        answer = original(self)
        for key, value in {
            "RedrivePolicy": self.redrive_policy,
            "RedriveAllowPolicy": self.redrive_allow_policy,
        }.items():
            answer.pop(key, None)
            if value:
                answer[key] = value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
        return answer

    Queue.attributes = property(attributes)


FIXES = [redrive_policies]
