//! An environment with one person per role.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use domain::{
    Access, Ctx, Domain, Request,
    user::{self, NewUser},
};
use kernel::{Actor, Clock, FixedClock, Instant, Locale, Role, SystemRandom, UserId};
use packs::Pack;
use server::{App, demo};
use tenancy::{NewTenant, TenantEntry};
use tokio::sync::Mutex;

use crate::{Client, TestServer, code_at};

/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery staple";
/// What everybody's authenticator app knows.
const SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

const PEOPLE: [(Role, &str, Locale); 5] = [
    (Role::Administrator, "Annet de Vries", Locale::En),
    (Role::Manager, "Mehmet Yılmaz", Locale::En),
    (Role::Employee, "Eva Jansen", Locale::Nl),
    (Role::Viewer, "Victor Smit", Locale::En),
    (Role::Auditor, "Aukje Bakker", Locale::En),
];

/// Somebody who can sign in.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub id: UserId,
    /// The name to sign in with.
    pub login: String,
    /// The role.
    pub role: Role,
    /// What their authenticator app knows, in base32; null for who must still enrol.
    pub secret: Option<String>,
}

/// One environment of a server.
pub struct Environment {
    /// What the registry knows.
    pub entry: Arc<TenantEntry>,
    /// Its hostname.
    pub host: String,
    app: App,
    clock: Arc<FixedClock>,
    client: Client,
    people: Vec<Person>,
    sessions: Mutex<HashMap<Role, Client>>,
    added: AtomicUsize,
}

impl Environment {
    pub(crate) async fn make(server: &TestServer, slug: &str) -> Self {
        let host = format!("{slug}.localhost");
        let new = NewTenant {
            slug: format!("tenant-{slug}"),
            name: "Zorgpunt".into(),
            host: host.clone(),
            locale: Locale::Nl,
        };
        let entry = server.app.tenancy.create_tenant(new).await.expect("the environment is made");
        let system = server.app.as_system(&entry).await.expect("the environment opens");
        demo::install(&system, &Pack::builtin().expect("the pack"))
            .await
            .expect("the base forms are installed");
        let mut environment = Self {
            client: Client::new(server, &host),
            app: server.app.clone(),
            clock: Arc::clone(&server.clock),
            people: Vec::new(),
            sessions: Mutex::default(),
            added: AtomicUsize::new(0),
            entry,
            host,
        };
        for (role, name, locale) in PEOPLE {
            let new = NewUser {
                username: role.to_string(),
                email: format!("{role}@example.test"),
                display_name: name.to_owned(),
                role,
                locale,
            };
            let person = environment.create(new, Some(SECRET)).await;
            environment.people.push(person);
        }
        environment
    }

    /// The person with this role.
    pub fn person(&self, role: Role) -> &Person {
        self.people.iter().find(|person| person.role == role).expect("one person per role")
    }

    /// One more person, who has a second factor.
    pub async fn add_person(&self, role: Role) -> Person {
        self.create(self.next_person(role), Some(SECRET)).await
    }

    /// One more person, who signs in for the first time.
    pub async fn add_newcomer(&self, role: Role) -> Person {
        self.create(self.next_person(role), None).await
    }

    /// One more person with this name, who has a second factor.
    pub async fn add_person_called(&self, display_name: &str, role: Role) -> Person {
        let new = NewUser { display_name: display_name.to_owned(), ..self.next_person(role) };
        self.create(new, Some(SECRET)).await
    }

    fn next_person(&self, role: Role) -> NewUser {
        let number = self.added.fetch_add(1, Ordering::Relaxed);
        NewUser {
            username: format!("person{number}"),
            email: format!("person{number}@example.test"),
            display_name: format!("Person {number}"),
            role,
            locale: Locale::En,
        }
    }

    async fn create(&self, new: NewUser, secret: Option<&str>) -> Person {
        let system = self.ctx(Actor::System).await;
        let user = user::create(&system, new).await.expect("the user is made");
        self.app.auth.set_password(&system, user.id, &PASSWORD.into()).await.expect("a good password");
        if let Some(secret) = secret {
            self.app
                .auth
                .enroll_with_secret(&system, user.id, &secret.into())
                .await
                .expect("a second factor");
        }
        Person { id: user.id, login: user.username, role: user.role, secret: secret.map(str::to_owned) }
    }

    /// Somebody who was invited accepts, and sets up a second factor.
    pub async fn accept(&self, id: UserId, login: &str, role: Role) -> Person {
        let system = self.ctx(Actor::System).await;
        system.write(async |tx| user::activate(tx, id).await).await.expect("an invitation");
        self.app.auth.set_password(&system, id, &PASSWORD.into()).await.expect("a good password");
        self.app.auth.enroll_with_secret(&system, id, &SECRET.into()).await.expect("a second factor");
        Person { id, login: login.to_owned(), role, secret: Some(SECRET.to_owned()) }
    }

    /// Somebody who has not signed in.
    pub fn stranger(&self) -> Client {
        self.client.clone()
    }

    /// The person with this role, signed in; in one session that all tests share.
    pub async fn client(&self, role: Role) -> Client {
        let mut sessions = self.sessions.lock().await;
        if let Some(client) = sessions.get(&role) {
            return client.clone();
        }
        let client = self.sign_in(self.person(role)).await;
        sessions.insert(role, client.clone());
        client
    }

    /// Signs in as a browser does: password, then the code of the authenticator app.
    pub async fn sign_in(&self, person: &Person) -> Client {
        let ticket = self.stranger().ticket(&person.login).await;
        let secret = person.secret.as_deref().expect("somebody with a second factor");
        self.stranger().verify(&ticket, &code_at(secret, self.clock.now())).await
    }

    /// Works in the environment without going through HTTP.
    pub async fn ctx(&self, actor: Actor) -> Ctx {
        // As a request finds it: it may have gone on in another database.
        let found = self.app.tenancy.registry().lookup(&self.entry.host);
        let entry = found.unwrap_or_else(|| Arc::clone(&self.entry));
        self.app.as_system(&entry).await.expect("the environment opens").acting_as(actor, Locale::En)
    }

    /// Works in it as the person with this role, at some moment.
    pub async fn ctx_at(&self, role: Role, instant: Instant) -> Ctx {
        let domain = Domain::new(Arc::new(FixedClock::at(instant)), Arc::new(SystemRandom));
        let db = Box::pin(self.app.tenancy.open(&self.entry)).await.expect("the environment opens");
        let actor = Actor::User { id: self.person(role).id, role };
        domain.ctx(Request { db, actor, access: Access::default(), locale: Locale::En, address: None })
    }
}
