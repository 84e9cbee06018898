"""CloudWatch: moto keeps composite alarms, but has no action that makes one."""

from moto.cloudwatch.responses import CloudWatchResponse as Responses

SUPPRESSOR = {
    "ActionsSuppressor": "actions_suppressor",
    "ActionsSuppressorExtensionPeriod": "actions_suppressor_extension_period",
    "ActionsSuppressorWaitPeriod": "actions_suppressor_wait_period",
}


def composite_alarms() -> None:
    def put_composite_alarm(self):
        answer = self.put_metric_alarm()
        alarm = self.cloudwatch_backend.alarms[self._get_param("AlarmName")]
        for parameter, attribute in SUPPRESSOR.items():
            setattr(alarm, attribute, self._get_param(parameter))
        return answer

    Responses.put_composite_alarm = put_composite_alarm


FIXES = [composite_alarms]
