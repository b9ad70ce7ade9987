"""A mail server for tests: prints its port, then a line of JSON for each mail it takes."""

import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    def __init__(self):
        self.busy = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone@"):
            return "550 5.1.1 no such person"
        if address.startswith("busy@") and self.busy < 2:
            self.busy += 1
            return "451 4.7.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        leaves = [part for part in message.walk() if not part.is_multipart()]
        defects = [type(defect).__name__ for part in message.walk() for defect in part.defects]
        defects += [type(defect).__name__ for value in message.values() for defect in value.defects]
        received = {
            "mail_from": envelope.mail_from,
            "rcpt_to": envelope.rcpt_tos,
            "is_encrypted": session.ssl is not None,
            "headers": [[name, str(value)] for name, value in message.items()],
            "content_type": message.get_content_type(),
            "parts": [
                [part.get_content_type(), part.get_content_charset() or "", part.get_content()]
                for part in leaves
            ],
            "defects": defects,
        }
        print(json.dumps(received), flush=True)
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    is_right = data.login == b"waarborg" and data.password == b"s3cret"
    # Not handled: the server itself says 535.
    return AuthResult(success=is_right, handled=is_right)


async def main():
    handler, options = Handler(), {"enable_SMTPUTF8": True}
    if "--starttls" in sys.argv:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain("cert.pem", "key.pem")
        options |= {
            "tls_context": context,
            "require_starttls": True,
            "auth_required": True,
            "authenticator": authenticate,
        }
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, **options), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
