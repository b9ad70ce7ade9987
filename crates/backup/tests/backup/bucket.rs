//! Buckets of the S3 server that all tests share: each test has a prefix of its own.

use std::{collections::HashMap, sync::Arc};

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use kernel::{Clock, Random, SystemClock, SystemRandom};
use object_store::{
    aws::{AwsAuthorizer, AwsCredential},
    client::HttpRequestBody,
};
use serde::Deserialize;
use waarborg_backup::{Endurance, Store, StorePlace, Tier};

const VARIABLE: &str = "WAARBORG_TEST_S3";

/// Short, so that a test of many faults takes seconds.
pub(crate) const ENDURANCE: Endurance = Endurance {
    retries: 4,
    pause: std::time::Duration::from_millis(5),
    total: std::time::Duration::from_secs(20),
    answer: std::time::Duration::from_secs(3),
};

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Key {
    id: String,
    secret: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Server {
    endpoint: String,
    region: String,
    owner: Key,
    appender: Key,
}

/// Whose key is used.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Who {
    /// May do everything.
    Owner,
    /// May add and read: what a server that makes back-ups has.
    Appender,
}

/// A place of one test.
#[derive(Clone)]
pub(crate) struct Bucket {
    server: Server,
    name: &'static str,
    prefix: String,
    /// What stands between the tested client and the server, if anything does.
    pub(crate) proxy: Option<String>,
    lock_days: Option<u32>,
    who: Who,
    /// What the store takes for now when it locks.
    pub(crate) clock: Arc<dyn Clock>,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Bucket {
    /// In a bucket that keeps one version of each object, and locks none.
    pub(crate) fn open() -> Self {
        let Ok(told) = std::env::var(VARIABLE) else {
            panic!("{VARIABLE} is not set: run `cargo xtask test`, which starts an S3 server");
        };
        let mut bytes = [0_u8; 8];
        SystemRandom.fill(&mut bytes);
        Self {
            server: serde_json::from_str(&told).unwrap(),
            name: "open",
            prefix: format!("test/{:016x}", u64::from_be_bytes(bytes)),
            proxy: None,
            lock_days: None,
            who: Who::Owner,
            clock: Arc::new(SystemClock),
        }
    }

    /// In a bucket that keeps versions and can lock them; the store asks for a lock of a day.
    pub(crate) fn locked() -> Self {
        Self { name: "locked", ..Self::open() }.asking_a_lock()
    }

    pub(crate) fn asking_a_lock(self) -> Self {
        Self { lock_days: Some(1), ..self }
    }

    pub(crate) fn asking_no_lock(self) -> Self {
        Self { lock_days: None, ..self }
    }

    pub(crate) fn used_by(self, who: Who) -> Self {
        Self { who, ..self }
    }

    pub(crate) fn endpoint(&self) -> &str {
        &self.server.endpoint
    }

    fn key(&self, who: Who) -> &Key {
        match who {
            Who::Owner => &self.server.owner,
            Who::Appender => &self.server.appender,
        }
    }

    pub(crate) fn place(&self) -> StorePlace {
        let key = self.key(self.who);
        let mut variables = HashMap::from([
            ("ENDPOINT", self.proxy.clone().unwrap_or_else(|| self.server.endpoint.clone())),
            ("REGION", self.server.region.clone()),
            ("KEY_ID", key.id.clone()),
            ("SECRET", key.secret.clone()),
        ]);
        if let Some(days) = self.lock_days {
            variables.insert("LOCK_DAYS", days.to_string());
        }
        let read = |name: &str| variables.get(name.strip_prefix("WAARBORG_BACKUP_HOT_S3_")?).cloned();
        StorePlace::read(Tier::Hot, Some(&format!("s3://{}/{}", self.name, self.prefix)), read).unwrap()
    }

    pub(crate) fn store(&self, tier: Tier) -> Store {
        let StorePlace::S3(place) = self.place() else { unreachable!() };
        Store::s3_with(tier, &place, (ENDURANCE, self.clock.clone())).unwrap()
    }

    /// Asks the server itself, as somebody would who has the key and no manners.
    pub(crate) async fn ask(
        &self,
        who: Who,
        (method, object, query): (Method, &str, &str),
        (headers, body): (&[(&'static str, &str)], &'static [u8]),
    ) -> Answer {
        let path = if object.is_empty() { String::new() } else { format!("/{}/{object}", self.prefix) };
        let url = format!("{}/{}{path}{query}", self.server.endpoint, self.name);
        let mut request = http::Request::builder().method(method).uri(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(HttpRequestBody::from(body.to_vec())).unwrap();
        let Key { id, secret } = self.key(who).clone();
        let key = AwsCredential { key_id: id, secret_key: secret, token: None };
        AwsAuthorizer::new(&key, "s3", &self.server.region).try_authorize(&mut request, None).unwrap();
        let request = request.map(|_| Full::new(Bytes::from_static(body)));
        let answer = Client::builder(TokioExecutor::new()).build_http().request(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.collect().await.unwrap().to_bytes(),
        }
    }

    /// The names that are there, without the prefix.
    pub(crate) async fn names(&self) -> Vec<String> {
        let query = format!("?list-type=2&prefix={}%2F", self.prefix.replace('/', "%2F"));
        let answer = self.ask(Who::Owner, (Method::GET, "", &query), (&[], b"")).await;
        assert_eq!(answer.status, StatusCode::OK);
        let text = String::from_utf8(answer.body.to_vec()).unwrap();
        let named = text.split("<Key>").skip(1).map(|rest| rest.split("</Key>").next().unwrap());
        named.map(|name| name[self.prefix.len() + 1..].to_owned()).collect()
    }
}
