//! On whose behalf a mail goes out, and where its links lead.

/// How environments are reached from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The port this server listens on: what `*.localhost` is reached at.
    pub local_port: u16,
}

impl Origin {
    /// The address of a host, without a slash at its end: `https://` with the usual port, in front of which
    /// a proxy stands; on a machine of one's own, `http://` with the port the server listens on.
    #[must_use]
    pub fn of(self, host: &str) -> String {
        if host != "localhost" && !host.ends_with(".localhost") {
            return format!("https://{host}");
        }
        match self.local_port {
            80 => format!("http://{host}"),
            port => format!("http://{host}:{port}"),
        }
    }
}

/// On whose behalf a mail goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The environment's name.
    pub environment: String,
    /// Its hostname.
    pub host: String,
    /// Its address, without a slash at its end: see [`Origin::of`].
    pub address: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_https_except_on_a_machine_of_ones_own() {
        let origin = Origin { local_port: 8080 };
        assert_eq!(origin.of("isms.zorg.example"), "https://isms.zorg.example");
        assert_eq!(origin.of("zorgpunt.localhost"), "http://zorgpunt.localhost:8080");
        assert_eq!(origin.of("notlocalhost"), "https://notlocalhost");
        assert_eq!(Origin { local_port: 80 }.of("localhost"), "http://localhost");
    }
}
