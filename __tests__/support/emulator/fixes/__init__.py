"""What moto 5.2.1 answers differently from AWS, where the Terraform AWS provider 5.100 notices.

A module of this package is one service; every function in its `FIXES` is one fix, independent of the others.
State that a fix adds lives on moto's own backend objects, so that moto's reset clears it as well.
A fix that no longer fits (another moto) is reported on standard error and left out.
"""

import importlib
import pkgutil
import sys


def apply_all() -> None:
    for service in pkgutil.iter_modules(__path__):
        for fix in importlib.import_module(f"{__name__}.{service.name}").FIXES:
            try:
                fix()
            except Exception as error:  # noqa: BLE001 - whatever it is, the other fixes still apply
                print(f"emulator: {service.name}.{fix.__name__} left out: {error!r}", file=sys.stderr, flush=True)
