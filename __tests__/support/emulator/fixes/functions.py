"""Lambda: settings of a function and of its URL that moto forgets."""

import copy

from moto.awslambda.models import FunctionUrlConfig, LambdaFunction

KEPT = ("DeadLetterConfig", "FileSystemConfigs", "ImageConfig", "KMSKeyArn", "LoggingConfig", "SnapStart")


def settings_of_functions() -> None:
    init, describe, update = (
        LambdaFunction.__init__,
        LambdaFunction.get_configuration,
        LambdaFunction.update_configuration,
    )

    def initialise(self, account_id, spec, *args, **kwargs):
        self.fix_settings = {key: copy.deepcopy(spec[key]) for key in KEPT if spec.get(key)}
        init(self, account_id, spec, *args, **kwargs)

    def described(self, on_create=False):
        answer, kept = describe(self, on_create), dict(self.fix_settings)
        image = kept.pop("ImageConfig", None)
        if image is None:
            answer.pop("ImageConfigResponse", None)
        snap_start = kept.pop("SnapStart", None)
        if snap_start is not None:
            status = "On" if str(self.version).isdigit() else "Off"
            answer["SnapStart"] = {"ApplyOn": snap_start["ApplyOn"], "OptimizationStatus": status}
        group = f"/aws/lambda/{self.function_name}"
        logging = {"LogFormat": "Text", "LogGroup": group, **kept.pop("LoggingConfig", {})}
        return {**answer, **kept, "LoggingConfig": logging}

    def updated(self, changes):
        self.fix_settings.update({key: changes[key] for key in KEPT if key in changes})
        if "TracingConfig" in changes:
            self.tracing_config = changes["TracingConfig"]
        if "EphemeralStorage" in changes:
            self.ephemeral_storage = changes["EphemeralStorage"]["Size"]
        return update(self, changes)

    LambdaFunction.__init__ = initialise
    LambdaFunction.get_configuration = described
    LambdaFunction.update_configuration = updated


def invoke_mode_of_updated_urls() -> None:
    update = FunctionUrlConfig.update

    def updated(self, new_config):
        self.config["InvokeMode"] = new_config.get("InvokeMode") or self.config.get("InvokeMode")
        update(self, new_config)

    FunctionUrlConfig.update = updated


def calls_without_docker() -> None:
    """No code runs here: a function answers what it is called with, and fails where that is an error."""

    def invoke(self, body, request_headers, response_headers):
        event = body.decode() if isinstance(body, bytes) else body or "{}"
        if '"errorMessage"' in event:
            response_headers["x-amz-function-error"] = "Unhandled"
        return event.encode()

    LambdaFunction.invoke = invoke


FIXES = [settings_of_functions, invoke_mode_of_updated_urls, calls_without_docker]
