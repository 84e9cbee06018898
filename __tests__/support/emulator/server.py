"""An AWS emulator for the tests: moto's server, plus the fixes in `fixes/`.

Listens on a free port of 127.0.0.1, prints the port on one line, and ends when its standard input closes,
so that it never outlives the process that started it.
"""

import logging
import os
import sys
import threading

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

from fixes import apply_all


def main() -> None:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"  # such as AWSLambdaVPCAccessExecutionRole
    apply_all()
    server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), threaded=True)
    os.environ["MOTO_PORT"] = str(server.port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
