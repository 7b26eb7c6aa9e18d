"""A small mail server on loopback: it keeps what it is sent, or answers as a test tells it."""

import base64
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from time import sleep


@dataclass(frozen=True)
class Received:
    """One mail: its envelope and itself."""

    sender: str
    recipients: list[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=default)


@dataclass
class MailServer:
    """What it took; ``answers`` are replies by command, in place of its own."""

    port: int = 0
    login: tuple[str, str] | None = None
    answers: dict[str, str] = field(default_factory=dict)
    silent_seconds: float = 0
    received: list[Received] = field(default_factory=list)

    def mailer(self, **options: object) -> dict[str, object]:
        """Return the setting of a mailer that speaks to this server."""
        smtp = "django.core.mail.backends.smtp.EmailBackend"
        chosen = {"host": "127.0.0.1", "port": self.port, "timeout": 2, **options}
        return {"default": {"BACKEND": smtp, "OPTIONS": chosen}}

    def welcome(self, rest: str) -> str:
        """Answer AUTH PLAIN."""
        said = base64.b64decode(rest.removeprefix("PLAIN ")).decode().split("\0")
        return "235 welcome" if tuple(said[1:]) == self.login else "535 wrong password"


class Talk(socketserver.StreamRequestHandler):
    """One connection (RFC 5321)."""

    server: "LoopbackServer"

    def handle(self) -> None:
        self.sender, self.recipients = "", []
        sleep(self.server.state.silent_seconds)
        self.say("220 loopback")
        while line := self.rfile.readline().decode().strip():
            command, _space, rest = line.partition(" ")
            command = command.upper()
            self.say(self.server.state.answers.get(command) or self.reply(command, rest))
            if command == "QUIT":
                return

    def reply(self, command: str, rest: str) -> str:
        address = rest.partition("<")[2].partition(">")[0]
        match command:
            case "AUTH":
                return self.server.state.welcome(rest)
            case "MAIL":
                self.sender = address
            case "RCPT":
                self.recipients.append(address)
            case "DATA":
                self.say("354 go on")
                self.keep(b"".join(iter(self.rfile.readline, b".\r\n")))
            case "EHLO" if self.server.state.login:
                return "250-loopback\r\n250 AUTH PLAIN"
        return "250 ok"

    def keep(self, raw: bytes) -> None:
        whole = raw.replace(b"\r\n..", b"\r\n.")
        self.server.state.received.append(Received(self.sender, self.recipients, whole))

    def say(self, reply: str) -> None:
        self.wfile.write(f"{reply}\r\n".encode())


class LoopbackServer(socketserver.ThreadingTCPServer):
    """Listens on a port of its own."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.state = MailServer(port=self.server_address[1])

    def handle_error(self, *_args: object) -> None:
        """Say nothing: a client that gives up is what some tests are about."""


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a server until the block ends."""
    with LoopbackServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server.state
        server.shutdown()
        thread.join()
