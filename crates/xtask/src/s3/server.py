"""An S3 server for the tests: moto's, with buckets and keys, that believes no request it was not signed for.

Prints where it listens and the keys as one line of JSON, and runs until its standard input ends: it never outlives
the command that started it.
"""

import json
import logging
import signal
import sys

import boto3
from moto import settings
from moto.core.authorization import ActionAuthenticatorMixin
from moto.server import ThreadedMotoServer

REGION = "eu-central-1"

# What a server that makes back-ups needs, and no more: it can add, and not take away.
APPENDING = [
    "s3:PutObject",
    "s3:PutObjectRetention",
    "s3:GetObject",
    "s3:GetObjectVersion",
    "s3:HeadObject",
    "s3:ListBucket",
    "s3:AbortMultipartUpload",
]


def key(iam, name, actions):
    iam.create_user(UserName=name)
    statement = {"Effect": "Allow", "Action": actions, "Resource": "*"}
    policy = {"Version": "2012-10-17", "Statement": [statement]}
    iam.put_user_policy(UserName=name, PolicyName="rights", PolicyDocument=json.dumps(policy))
    made = iam.create_access_key(UserName=name)["AccessKey"]
    return {"id": made["AccessKeyId"], "secret": made["SecretAccessKey"]}


def main():
    # Ctrl-C is for the command that started this, which then closes our standard input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    endpoint = "http://%s:%d" % server.get_host_and_port()

    def client(service):
        return boto3.client(
            service, region_name=REGION, endpoint_url=endpoint, aws_access_key_id="any", aws_secret_access_key="any"
        )

    s3, iam = client("s3"), client("iam")
    place = {"LocationConstraint": REGION}
    s3.create_bucket(Bucket="open", CreateBucketConfiguration=place)
    s3.create_bucket(Bucket="locked", CreateBucketConfiguration=place, ObjectLockEnabledForBucket=True)
    keys = {"owner": key(iam, "owner", ["s3:*"]), "appender": key(iam, "appender", APPENDING)}
    # From here on every request is held to its signature and to the rights of its key.
    settings.INITIAL_NO_AUTH_ACTION_COUNT = ActionAuthenticatorMixin.request_count
    print(json.dumps({"endpoint": endpoint, "region": REGION, **keys}), flush=True)
    sys.stdin.read()


main()
