//! What a browser does.

use std::{fmt, net::SocketAddr, time::Duration};

use reqwest::header::{self, HeaderMap};
use serde_json::{Value, json};

use crate::{PASSWORD, TestServer};

const SIGN_IN: &str =
    "mutation($input: SignInInput!) { signIn(input: $input) { ticket userErrors { code } } }";
const VERIFY: &str = "mutation($input: VerifySecondFactorInput!) {
    verifySecondFactor(input: $input) { viewer { role } userErrors { code } } }";
const JOB: &str = "query($id: ID!) { job(id: $id) {
    state downloadUrl fileName errors { code path params } importSummary { formKey created updated unchanged } } }";
const UPLOAD_NAME: &str = "x-file-name";
/// How long a job may take; far beyond what any here does.
const PATIENCE: Duration = Duration::from_mins(5);

/// Somebody at one environment's address, signed in or not.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    address: SocketAddr,
    host: String,
    token: Option<String>,
    bearer: Option<String>,
    /// What a proxy says is behind it.
    forwarded_for: Option<String>,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The status code.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

/// What a root field came to, in a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome(pub String);

impl Client {
    pub(crate) fn new(server: &TestServer, host: &str) -> Self {
        Self {
            http: server.http(),
            address: server.address,
            host: host.to_owned(),
            token: None,
            bearer: None,
            forwarded_for: None,
        }
    }

    /// The same browser at another address.
    #[must_use]
    pub fn at(&self, host: &str) -> Self {
        Self { host: host.to_owned(), ..self.clone() }
    }

    /// The same browser, sent to another server by what is in between.
    #[must_use]
    pub fn over(&self, address: SocketAddr) -> Self {
        Self { address, ..self.clone() }
    }

    /// The same with this token in the session's cookie.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// A program with this API token: no cookie, and none of the headers our pages send.
    #[must_use]
    pub fn program(&self, token: &str) -> Self {
        Self { token: None, bearer: Some(token.to_owned()), ..self.clone() }
    }

    /// The same from elsewhere, as the proxy in between says in `X-Forwarded-For`.
    #[must_use]
    pub fn behind(&self, forwarded_for: &str) -> Self {
        Self { forwarded_for: Some(forwarded_for.to_owned()), ..self.clone() }
    }

    /// The token in the session's cookie.
    #[must_use]
    pub fn token(&self) -> &str {
        self.token.as_deref().expect("somebody who signed in")
    }

    /// Sends an operation.
    pub async fn run(&self, query: &str, variables: Value) -> Reply {
        let body = json!({ "query": query, "variables": variables }).to_string();
        let request = self.request(reqwest::Method::POST, "/graphql");
        self.send(request.header(header::CONTENT_TYPE, "application/json").body(body)).await
    }

    /// Sends an operation that must not end in errors; gives its data.
    pub async fn data(&self, query: &str, variables: Value) -> Value {
        let mut reply = self.run(query, variables).await.json();
        assert_eq!(reply.get("errors"), None, "{reply:#}");
        reply["data"].take()
    }

    /// Gives login and password; the ticket for the next step.
    pub async fn ticket(&self, login: &str) -> String {
        let input = json!({ "input": { "login": login, "password": PASSWORD } });
        let data = self.data(SIGN_IN, input).await;
        data["signIn"]["ticket"].as_str().unwrap_or_else(|| panic!("{data}")).to_owned()
    }

    /// Gives a code, which must be good; the browser with its cookie.
    pub async fn verify(&self, ticket: &str, code: &str) -> Self {
        let reply = self.run(VERIFY, json!({ "input": { "ticket": ticket, "code": code } })).await;
        self.with_token(&reply.token().unwrap_or_else(|| panic!("{}", reply.json())))
    }

    /// Uploads a file.
    pub async fn upload(&self, name: &str, bytes: Vec<u8>) -> Reply {
        self.send(self.request(reqwest::Method::POST, "/uploads").header(UPLOAD_NAME, name).body(bytes)).await
    }

    /// Uploads a file that must be taken; its id.
    pub async fn uploaded(&self, name: &str, bytes: Vec<u8>) -> String {
        let reply = self.upload(name, bytes).await;
        assert_eq!(reply.status, 201, "{reply}");
        reply.json()["uploadId"].as_str().expect("an id").to_owned()
    }

    /// Fetches a path.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.request(reqwest::Method::GET, path)).await
    }

    /// A request of this browser's, to be completed and sent with [`Client::send`].
    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        let request = self.http.request(method, format!("http://{}{path}", self.address));
        let request = request.header(header::HOST, &self.host);
        let request = match &self.forwarded_for {
            Some(hops) => request.header("x-forwarded-for", hops),
            None => request,
        };
        match (&self.bearer, &self.token) {
            (Some(bearer), _) => request.header(header::AUTHORIZATION, format!("Bearer {bearer}")),
            (None, Some(token)) => request
                .header("x-requested-with", "waarborg")
                .header(header::COOKIE, format!("waarborg={token}")),
            (None, None) => request.header("x-requested-with", "waarborg"),
        }
    }

    /// Sends a request.
    pub async fn send(&self, request: reqwest::RequestBuilder) -> Reply {
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Reply { status, headers, body: response.bytes().await.expect("a whole body").to_vec() }
    }

    /// Waits until a job has ended.
    pub async fn finished(&self, id: &str) -> Value {
        let ended = async {
            loop {
                let mut job = self.data(JOB, json!({ "id": id })).await;
                if !matches!(job["job"]["state"].as_str(), Some("QUEUED" | "RUNNING")) {
                    return job["job"].take();
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(PATIENCE, ended).await.expect("the job ends")
    }
}

impl Reply {
    /// The body as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// A header as text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The token in the cookie it sets.
    #[must_use]
    pub fn token(&self) -> Option<String> {
        let cookie = self.header("set-cookie")?.strip_prefix("waarborg=")?;
        cookie.split(';').next().filter(|token| !token.is_empty()).map(str::to_owned)
    }

    /// What the operation's one root field came to.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let reply = self.json();
        if let Some(error) = reply["errors"].get(0) {
            let code = error["extensions"]["code"].as_str().unwrap_or("an error without a code");
            return Outcome(code.to_owned());
        }
        let fields = reply["data"].as_object().expect("data");
        let value = fields.values().next().expect("a root field");
        let nulls = value.as_array().filter(|items| !items.is_empty() && items.iter().all(Value::is_null));
        Outcome(match value["userErrors"].get(0) {
            Some(error) => error["code"].as_str().unwrap_or_default().to_owned(),
            None if value.is_null() || nulls.is_some() => "null".to_owned(),
            None => "ok".to_owned(),
        })
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status, String::from_utf8_lossy(&self.body))
    }
}
