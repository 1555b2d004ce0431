# SPDX-License-Identifier: Apache-2.0
"""Many programs at once, each on a connection that stays open, until the work is done or the server is gone."""

import http.client
import json
import threading
from queue import Empty, SimpleQueue

WORKERS = 32


class Crowd:
    """Hands every task to one of the workers. A task is (name, method, path, body, headers)."""

    def __init__(self, port, tasks, workers=WORKERS):
        self.port, self.queue, self.answers = port, SimpleQueue(), {}
        self.lock, self.cut_off = threading.Lock(), []
        for task in tasks:
            self.queue.put(task)
        self.threads = [threading.Thread(target=self.work, daemon=True) for _ in range(workers)]

    def start(self):
        for thread in self.threads:
            thread.start()
        return self

    def join(self):
        for thread in self.threads:
            thread.join()
        return self

    def work(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while True:
            try:
                name, method, path, body, headers = self.queue.get_nowait()
            except Empty:
                break
            try:
                connection.request(method, path, body=body, headers=headers)
                response = connection.getresponse()
                answer = (response.status, response.read())
            except (OSError, http.client.HTTPException):
                # The server is gone; whether it took the task only its data can tell.
                with self.lock:
                    self.cut_off.append(name)
                connection.close()
                break
            with self.lock:
                self.answers[name] = answer
        connection.close()

    def json(self):
        """What was answered, by task; every answer must have been a success."""
        wrong = {name: answer for name, answer in self.answers.items() if answer[0] not in (200, 201)}
        assert not wrong, f"{len(wrong)} tasks failed, the first: {next(iter(wrong.items()))}"
        return {name: json.loads(body) for name, (_, body) in self.answers.items()}
