# SPDX-License-Identifier: Apache-2.0
"""A real mail server (aiosmtpd) that keeps what it gets and behaves as a test wants: refuses, hesitates, hangs up,
asks for encryption and a password."""

import datetime
import email
import email.policy
import ipaddress
import ssl
import threading
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Mailbox:
    """Use it as a context. `refuse` maps a receiver to the answers their next letters get, each once; the last stays."""

    def __init__(self, **options):
        self.letters, self.raw, self.refusals, self.refuse = [], [], [], {}
        self.delay, self.hang_up = 0, 0
        self.connections, self.sign_ins = 0, []
        self.lock = threading.Lock()
        self.controller = _Controller(self, hostname="127.0.0.1", port=0, **options)

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()

    @property
    def port(self):
        return self.controller.server.sockets[0].getsockname()[1]

    def to(self, address):
        with self.lock:
            return [letter for receivers, letter in self.letters if address in receivers]

    def wait_for(self, count=1, to=None, patience=60):
        """The letters, once there are so many."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            with self.lock:
                found = [letter for receivers, letter in self.letters if to is None or to in receivers]
            if len(found) >= count:
                return found
            time.sleep(0.05)
        raise AssertionError(f"{len(found)} letters after {patience} s, {count} expected; refused: {self.refusals}")

    # What aiosmtpd asks of a handler. `from` in the names is its choice.

    async def handle_RCPT(self, server, session, envelope, address, options):
        answers = self.refuse.get(address)
        if answers:
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            if answer:
                self.refusals.append((address, answer))
                return answer
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        import asyncio

        if self.hang_up > 0:
            self.hang_up -= 1
            server.transport.abort()
            return "421 4.3.0 gone"
        if self.delay:
            await asyncio.sleep(self.delay)
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        with self.lock:
            self.raw.append(envelope.content)
            self.letters.append((list(envelope.rcpt_tos), letter))
        return "250 2.0.0 OK queued"


class _Controller(Controller):
    def __init__(self, mailbox, **options):
        self.mailbox = mailbox
        super().__init__(mailbox, **options)

    def factory(self):
        self.mailbox.connections += 1
        return SMTP(self.handler, **self.SMTP_kwargs)

    def _trigger_server(self):
        # Waits for the port that was free; the base class would connect to port 0.
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def text_of(letter, kind="plain"):
    return letter.get_body(preferencelist=(kind,)).get_content()


def expecting(user, password, mailbox_sign_ins):
    """An authenticator that knows one user."""

    def check(server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (user.encode(), password.encode())
        mailbox_sign_ins.append((mechanism, session.ssl is not None, good))
        return AuthResult(success=good, handled=good)

    return check


def certificate(folder, name="localhost"):
    """A certificate of our own for this machine: the context of a server, and the file a client is to trust."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    names = [x509.DNSName(name), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30)).add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).sign(key, hashes.SHA256()))
    paths = folder / f"{name}.pem", folder / f"{name}.key"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*paths)
    return context, paths[0]
