# SPDX-License-Identifier: Apache-2.0
"""The S3 server of moto. It compares signatures with an address whose escapes it has undone; they are made over the one sent."""

import sys

import flask
from moto.iam import access_control
from moto.server import main

compared = access_control.S3IAMRequest.__init__


def as_sent(self, **parts):
    compared(self, **{**parts, "path": flask.request.environ["RAW_URI"]})


access_control.S3IAMRequest.__init__ = as_sent

if __name__ == "__main__":
    main(sys.argv[1:])
