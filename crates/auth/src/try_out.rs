//! Trying whether people can sign in and read: in a copy that was put back, never where they work.

use domain::{
    Ctx,
    record::{self, RecordFilter, RecordList, RecordSort},
    user::{self, NewUser},
};
use kernel::{Actor, Error, Locale, PageRequest, Random, Result, Role};

use crate::{Auth, SecondStep, SecretText, SignIn, auth::require_system, second_factor, totp};

impl Auth {
    /// What does not work in the environment, in words; nothing when all does.
    ///
    /// The second factor of everybody is opened. Then a canary, a user made for it, signs in with a password and a code
    /// as anybody does, and reads the last record of the first register that has one. All of it leaves traces: only for
    /// a copy that is thrown away. System only.
    pub async fn try_out(&self, system: &Ctx) -> Result<Option<String>> {
        require_system(system)?;
        if let Some(user) = second_factor::unreadable(system).await? {
            return Ok(Some(format!("the second factor of {user} does not open with the environment's key")));
        }
        match self.send_canary(system).await {
            Ok(outcome) => Ok(outcome),
            Err(error @ Error::Unavailable(_)) => Err(error),
            Err(error) => Ok(Some(format!("a canary user did not get in: {}", in_words(&error)))),
        }
    }

    async fn send_canary(&self, system: &Ctx) -> Result<Option<String>> {
        let (canary, password) = self.make_canary(system).await?;
        let stranger = system.acting_as(Actor::Anonymous, Locale::default());
        let login = canary.username.clone();
        let ticket = self.sign_in(&stranger, SignIn { login, password }).await?.token;
        let code = self.current_code(system, canary.id).await?;
        let step = SecondStep { ticket, code, user_agent: "canary".to_owned() };
        let session = self.verify(&stranger, step).await?;
        let Some(found) = self.authenticate(&stranger, &session.token).await? else {
            return Ok(Some("the session of a canary user is not known".to_owned()));
        };
        let actor = Actor::User { id: found.user_id, role: found.role };
        read_a_record(&stranger.acting_with(actor, found.access, found.locale)).await
    }

    async fn make_canary(&self, system: &Ctx) -> Result<(user::User, SecretText)> {
        let name = format!("canary-{:016x}", drawn(system.random()));
        let new = NewUser {
            email: format!("{name}@canary.invalid"),
            display_name: name.clone(),
            username: name,
            role: Role::Administrator,
            locale: Locale::default(),
        };
        let canary = user::create(system, new).await?;
        let password = format!("{:016x}-{:016x}", drawn(system.random()), drawn(system.random()));
        let password = SecretText::from(password);
        self.set_password(system, canary.id, &password).await?;
        let secret = totp::grouped(&totp::new_secret(system.random()));
        self.enroll_with_secret(system, canary.id, &secret).await?;
        Ok((canary, password))
    }
}

/// Reads the last record of the first register that has one, by the way of a list and by its own.
async fn read_a_record(canary: &Ctx) -> Result<Option<String>> {
    let (filter, sort) = (RecordFilter::default(), RecordSort::default());
    for form in domain::form::list(canary).await?.iter() {
        let list = RecordList { form, filter: &filter, sort: &sort };
        let page = record::list(canary, list, &PageRequest { first: 1, after: None }).await?;
        let Some(listed) = page.items.into_iter().next().map(|(_, record)| record) else { continue };
        let read = record::get(canary, listed.id).await?;
        return Ok((read != listed)
            .then(|| format!("record {} of {} reads differently", read.number, form.definition.key)));
    }
    Ok(None)
}

fn drawn(random: &dyn Random) -> u64 {
    let mut bytes = [0_u8; 8];
    random.fill(&mut bytes);
    u64::from_be_bytes(bytes)
}

/// With what is behind it: this goes to the operator alone.
fn in_words(error: &Error) -> String {
    match error {
        Error::Internal(source) => source.to_string(),
        other => other.to_string(),
    }
}
