"""Application Auto Scaling: the provider reads and writes tags of a scalable target; moto has none."""

import json

from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse as Responses


def tags_of_scalable_targets() -> None:
    register = Responses.register_scalable_target

    def tags(response):
        every = response.applicationautoscaling_backend.__dict__.setdefault("fix_tags", {})
        return every.setdefault(response._get_param("ResourceARN"), {})

    def register_scalable_target(self):
        answer = register(self)
        every = self.applicationautoscaling_backend.__dict__.setdefault("fix_tags", {})
        every.setdefault(json.loads(answer)["ScalableTargetARN"], {}).update(self._get_param("Tags") or {})
        return answer

    def tag_resource(self):
        tags(self).update(self._get_param("Tags"))
        return "{}"

    def untag_resource(self):
        for key in self._get_param("TagKeys"):
            tags(self).pop(key, None)
        return "{}"

    Responses.register_scalable_target = register_scalable_target
    Responses.list_tags_for_resource = lambda self: json.dumps({"Tags": tags(self)})
    Responses.tag_resource = tag_resource
    Responses.untag_resource = untag_resource


FIXES = [tags_of_scalable_targets]
