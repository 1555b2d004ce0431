# SPDX-License-Identifier: Apache-2.0
"""The API as a program meets it that knows only where the server is: operations are found in the OpenAPI document."""

import http.client
import json
import urllib.parse

from support.client import Reply


class API:
    """Calls operations by their `operationId`, putting every argument where the document says it belongs."""

    def __init__(self, port, path="/api/openapi.json"):
        self.port = port
        document = self.request("GET", path).json()
        assert document["openapi"].startswith("3.1"), document["openapi"]
        self.operations = {
            operation["operationId"]: (method.upper(), path, operation)
            for path, methods in document["paths"].items() for method, operation in methods.items()
        }

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            response = connection.getresponse()
            return Reply(response.status, response.getheaders(), response.read())
        finally:
            connection.close()

    def call(self, operation_id, token=None, /, body=None, language=None, **arguments):
        """Sends the operation; its answer must have a status the document names."""
        method, path, operation = self.operations[operation_id]
        query, headers = [], {}
        for parameter in operation.get("parameters", []):
            value = arguments.pop(parameter["name"].replace("-", "_").lower(), None)
            if value is None:
                assert not parameter.get("required"), f"{operation_id} needs {parameter['name']}"
            elif parameter["in"] == "path":
                path = path.replace("{" + parameter["name"] + "}", urllib.parse.quote(str(value), safe=""))
            elif parameter["in"] == "query":
                query.append((parameter["name"], value))
            else:
                headers[parameter["name"]] = value
        assert not arguments, f"{operation_id} takes no {', '.join(arguments)}"
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if language:
            headers["Accept-Language"] = language
        if body is not None:
            headers["Content-Type"] = next(iter(operation["requestBody"]["content"]))
            body = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        reply = self.request(method, path + ("?" + urllib.parse.urlencode(query) if query else ""), body, headers)
        assert str(reply.status) in operation["responses"], f"{operation_id} answered {reply}, which the document does not name"
        return reply

    def done(self, operation_id, token=None, status=None, /, **arguments):
        """The JSON of an operation that has to succeed."""
        reply = self.call(operation_id, token, **arguments)
        assert reply.status in ((status,) if status else (200, 201)), f"{operation_id}: {reply}"
        return reply.json()
