//! Passwords that say who their owner is.

use domain::{text::fold, user::User};

/// The product's own name.
const PRODUCT: &str = "waarborg";
/// A part of a name that is shorter than this stands in many a word by chance.
const SHORTEST: usize = 4;
/// The same for words of the environment's name, which are often ordinary ones.
const SHORTEST_OF_ENVIRONMENT: usize = 5;

/// What others know of a password's owner.
pub(crate) struct About<'a> {
    /// The owner.
    pub user: &'a User,
    /// The name of their environment.
    pub environment: &'a str,
}

impl About<'_> {
    /// Whether the password holds the username, the name in front of the `@`, a part of the name, the
    /// environment's name or a word of it, or the product's name; in any case, with accents or without, and
    /// whatever stands between the letters.
    pub(crate) fn is_in(&self, password: &str) -> bool {
        let password = squashed(password);
        self.words().iter().any(|word| password.contains(word))
    }

    fn words(&self) -> Vec<String> {
        let User { username, email, display_name, .. } = self.user;
        let mail_name = email.split_once('@').map_or("", |(name, _)| name);
        let whole = [username.as_str(), mail_name, display_name].map(|name| (squashed(name), SHORTEST));
        let parts = [username.as_str(), mail_name, display_name].into_iter().flat_map(parts);
        let of_environment = parts_of_environment(self.environment);
        let all = whole.into_iter().chain(parts.map(|part| (part, SHORTEST))).chain(of_environment);
        let long = all.filter(|(word, shortest)| word.chars().count() >= *shortest).map(|(word, _)| word);
        long.chain([PRODUCT.to_owned()]).collect()
    }
}

fn parts_of_environment(name: &str) -> impl Iterator<Item = (String, usize)> {
    let words = parts(name).map(|part| (part, SHORTEST_OF_ENVIRONMENT));
    words.chain([(squashed(name), SHORTEST)])
}

fn parts(name: &str) -> impl Iterator<Item = String> {
    name.split(|c: char| !c.is_alphanumeric()).map(squashed)
}

/// Letters and digits alone, in lower case and without accents.
fn squashed(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use kernel::{FixedClock, Locale, Role, SystemRandom, UserId};

    use super::*;

    fn user() -> User {
        User {
            id: UserId::generate(&FixedClock::default(), &SystemRandom),
            username: "m.yilmaz".into(),
            email: "mehmet.y@zorg.example".into(),
            display_name: "Mehmet van de Yılmaz-Bos".into(),
            kind: domain::user::AccountKind::Member,
            role: Role::Employee,
            locale: Locale::Nl,
            status: domain::user::UserStatus::Active,
            last_signed_in_at: None,
            access_ends_on: None,
            created_at: kernel::Instant::default(),
            archived_at: None,
            invitation_sent_at: None,
            version: 1,
        }
    }

    #[test]
    fn a_password_with_a_name_of_its_owner_environment_or_product_is_personal() {
        let user = user();
        let about = About { user: &user, environment: "Thuiszorg De Linde" };
        for password in [
            "xxx m.yilmaz xxx",
            "M-Y-I-L-M-A-Z 88 fiets",
            "ik ben mehmet en jij",
            "MÉHMET houdt van kaas",
            "ons thuiszorgwachtwoord",
            "thuis zorg de linde 1",
            "zo waarborg je dat",
        ] {
            assert!(about.is_in(password), "{password}");
        }
        for password in ["correct horse battery staple", "bos van de kabouters", "vier linnen doeken"] {
            assert!(!about.is_in(password), "{password}");
        }
    }
}
