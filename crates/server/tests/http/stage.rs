//! A server with two environments, and a client that sends exactly the bytes it is told to.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use auth::{Auth, PasswordSettings, SecondStep, SecretText, SignIn};
use domain::{
    Access, Ctx, Domain, Request,
    user::{self, NewUser},
};
use kernel::{Actor, Locale, Role, SystemRandom};
use tenancy::{TenantEntry, testing::TestTenancy};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::timeout,
};
use waarborg_server::http::{AppState, ConnectionLimits, HttpSettings, router, serve};

const PASSWORD: &str = "correct horse battery staple";
/// The cheapest argon2id there is: these tests are not about its cost.
const CHEAP: PasswordSettings = PasswordSettings { memory_kib: 8, passes: 1, parallel: 4, queue: 100 };
/// The most bytes of an upload in these tests.
pub(crate) const UPLOAD_BYTES: u64 = 10_000;
/// Longer than anything here takes: a test that reaches it has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server with the environments `acme.example.test` and `other.example.test`.
pub(crate) struct Stage {
    pub(crate) acme: Arc<TenantEntry>,
    pub(crate) other: Arc<TenantEntry>,
    pub(crate) test: TestTenancy,
    pub(crate) address: SocketAddr,
    pub(crate) stop: Option<oneshot::Sender<()>>,
    pub(crate) served: tokio::task::JoinHandle<()>,
    domain: Domain,
    auth: Arc<Auth>,
}

impl Stage {
    pub(crate) async fn new() -> Self {
        Self::with(HttpSettings::default(), ConnectionLimits::default()).await
    }

    pub(crate) async fn with(settings: HttpSettings, limits: ConnectionLimits) -> Self {
        let test = Box::pin(TestTenancy::sqlite()).await;
        let (acme, other) = (Box::pin(test.tenant("acme")).await, Box::pin(test.tenant("other")).await);
        let domain = Domain::new(test.clock(), Arc::new(SystemRandom));
        let auth = Arc::new(Auth::new(CHEAP).unwrap());
        let tenancy = Arc::new(test.tenancy().clone());
        let state = AppState {
            schema: api::schema(api::Services {
                auth: Arc::clone(&auth),
                jobs: export::Jobs::new(1),
                tenancy: Arc::clone(&tenancy),
                post: api::Post { origin: mail::Origin { local_port: 8080 }, has_outbox: false },
                looks: None,
            }),
            tenancy,
            domain: domain.clone(),
            auth: Arc::clone(&auth),
            looks: None,
            random: Arc::new(SystemRandom),
            settings: HttpSettings { upload_bytes: UPLOAD_BYTES, ..settings },
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let served = tokio::spawn(serve(listener, router(state), limits, async {
            stopped.await.ok();
        }));
        Self { acme, other, test, address, stop: Some(stop), served, domain, auth }
    }

    /// Works in an environment without going through HTTP.
    pub(crate) async fn ctx(&self, environment: &TenantEntry, actor: Actor) -> Ctx {
        let db = Box::pin(self.test.tenancy().open(environment)).await.unwrap();
        self.domain.ctx(Request { db, actor, access: Access::default(), locale: Locale::Nl, address: None })
    }

    /// Makes a user of an environment and signs in: who they are, and the line with their cookie.
    pub(crate) async fn sign_in(&self, environment: &TenantEntry, name: &str, role: Role) -> (Actor, String) {
        let system = self.ctx(environment, Actor::System).await;
        let new = NewUser {
            username: name.to_owned(),
            email: format!("{name}@example.test"),
            display_name: name.to_owned(),
            role,
            locale: Locale::En,
        };
        let id = user::create(&system, new).await.unwrap().id;
        self.auth.set_password(&system, id, &PASSWORD.into()).await.unwrap();
        let secret = SecretText::from("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
        self.auth.enroll_with_secret(&system, id, &secret).await.unwrap();

        let stranger = self.ctx(environment, Actor::Anonymous).await;
        let input = SignIn { login: name.to_owned(), password: PASSWORD.into() };
        let ticket = self.auth.sign_in(&stranger, input).await.unwrap().token;
        let code = self.auth.current_code(&system, id).await.unwrap();
        let step = SecondStep { ticket, code, user_agent: "test".to_owned() };
        let session = self.auth.verify(&stranger, step).await.unwrap();
        (Actor::User { id, role }, format!("Cookie: __Host-waarborg={}\r\n", session.token.expose()))
    }

    /// Sends bytes and reads until the server closes the connection.
    pub(crate) async fn exchange(&self, bytes: impl AsRef<[u8]>) -> Reply {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(bytes.as_ref()).await.unwrap();
        Reply::until_closed(&mut stream).await
    }

    /// A request without a body at `acme.example.test`, with these header lines.
    pub(crate) async fn request(&self, line: &str, headers: &str) -> Reply {
        let headers = if headers.starts_with("Host: ") {
            headers.to_owned()
        } else {
            format!("Host: acme.example.test\r\n{headers}")
        };
        self.exchange(format!("{line} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n")).await
    }

    /// A request as the application sends it, to an environment, with extra header lines.
    pub(crate) async fn post(&self, path: &str, headers: &str, body: &str) -> Reply {
        let length = body.len();
        let host = if headers.starts_with("Host: ") { "" } else { "Host: acme.example.test\r\n" };
        let json = if headers.contains("Content-Type: ") { "" } else { "Content-Type: application/json\r\n" };
        self.exchange(format!(
            "POST {path} HTTP/1.1\r\n{host}{json}X-Requested-With: waarborg\r\n{headers}\
             Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        ))
        .await
    }

    /// Runs a query at `acme.example.test`, or where the header lines say.
    pub(crate) async fn query(&self, headers: &str, query: &str) -> Reply {
        self.post("/graphql", headers, &serde_json::json!({ "query": query }).to_string()).await
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Reply {
    /// Reads until the server closes the connection, which it must.
    pub(crate) async fn until_closed(stream: &mut TcpStream) -> Self {
        let mut bytes = Vec::new();
        // A reset after the answer is as good as an end.
        let _end = timeout(PATIENCE, stream.read_to_end(&mut bytes)).await.expect("the server closes");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        let chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
        let body = if chunked { dechunk(body) } else { body.to_owned() };
        Self { status, head: head.to_owned(), body }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find_map(|(found, value)| found.eq_ignore_ascii_case(name).then_some(value))
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

fn dechunk(mut body: &str) -> String {
    let mut whole = String::new();
    while let Some((size, rest)) = body.split_once("\r\n") {
        let size = usize::from_str_radix(size, 16).expect("a chunk's size");
        whole.push_str(&rest[..size]);
        body = rest[size..].trim_start_matches("\r\n");
    }
    whole
}
