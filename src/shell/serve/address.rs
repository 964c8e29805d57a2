//! Where the preview listens, and whose requests it answers.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, ToSocketAddrs, UdpSocket};

use crate::shell::cli::Serving;

/// The first port that is tried when none is asked for.
const FIRST: u16 = 8000;

/// How many are tried.
const TRIED: u16 = 50;

/// A place that is listened at.
pub(super) struct Bound {
    pub(super) listener: TcpListener,
    pub(super) at: SocketAddr,
    /// The name that was asked for.
    pub(super) name: Option<String>,
}

/// A place that cannot be listened at.
pub(super) struct Unbound {
    pub(super) address: String,
    pub(super) cause: io::Error,
}

/// Takes the port that is asked for and no other, else the first that is free.
pub(super) fn bind(wanted: &Serving) -> Result<Bound, Unbound> {
    let name = wanted.host.clone();
    let host = bare(name.as_deref().unwrap_or("127.0.0.1")).to_owned();
    let first = wanted.port.unwrap_or(FIRST);
    let last = match wanted.port {
        Some(port) => port,
        None => FIRST + TRIED - 1,
    };
    let mut port = first;
    loop {
        match listen(&host, port) {
            Ok((listener, at)) => return Ok(Bound { listener, at, name }),
            Err(cause) if cause.kind() == ErrorKind::AddrInUse && port < last => port += 1,
            Err(cause) => {
                let address = format!("{host}:{port}");
                return Err(Unbound { address, cause });
            }
        }
    }
}

fn listen(host: &str, port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let there: Vec<SocketAddr> = (host, port).to_socket_addrs()?.collect();
    let listener = TcpListener::bind(&there[..])?;
    let at = listener.local_addr()?;
    Ok((listener, at))
}

impl Bound {
    pub(super) fn url(&self) -> String {
        let ip = self.at.ip();
        let shown = match ip.is_unspecified() {
            true => IpAddr::V4(Ipv4Addr::LOCALHOST),
            false => ip,
        };
        self.url_at(shown)
    }

    /// Where other machines find it; none: this machine does not know.
    pub(super) fn url_for_others(&self) -> Option<String> {
        let ip = self.at.ip();
        let shown = match ip.is_unspecified() {
            true => outward()?,
            false => ip,
        };
        (!shown.is_loopback()).then(|| self.url_at(shown))
    }

    fn url_at(&self, ip: IpAddr) -> String {
        format!("http://{}/", SocketAddr::new(ip, self.at.port()))
    }

    /// Only programs of this machine can come in.
    pub(super) fn is_loopback(&self) -> bool {
        self.at.ip().is_loopback()
    }
}

/// This machine's address on the way out. To take aim sends nothing: the aim is an address that nobody has.
fn outward() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_unspecified()).then_some(ip)
}

/// Whether a request's `Host` names this place. A name that somebody else gave to this machine's address is how a page
/// from elsewhere would read what is served here; an address in figures cannot be given away.
pub(super) fn is_own(host: &str, name: Option<&str>) -> bool {
    let host = without_port(host);
    let is_name = |one: &str| host.eq_ignore_ascii_case(one);
    bare(host).parse::<IpAddr>().is_ok() || is_name("localhost") || name.is_some_and(is_name)
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        // The colons of an address in brackets are its own.
        Some((before, port)) if port.bytes().all(|b| b.is_ascii_digit()) => before,
        _ => host,
    }
}

/// An address without the brackets that keep its colons apart from a port's.
fn bare(host: &str) -> &str {
    let inside = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    inside.unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use std::net::{SocketAddr, TcpListener};

    use super::{Bound, is_own};

    #[test]
    fn others_are_not_told_of_an_address_that_only_this_machine_has() {
        let bound = |at: &str| Bound {
            listener: TcpListener::bind("127.0.0.1:0").unwrap(),
            at: at.parse::<SocketAddr>().unwrap(),
            name: None,
        };
        let given = bound("192.168.1.5:8000").url_for_others();
        assert_eq!(given.as_deref(), Some("http://192.168.1.5:8000/"));
        assert_eq!(bound("127.0.0.1:8000").url_for_others(), None);
        // The machine's own, whatever it is.
        if let Some(own) = bound("0.0.0.0:8000").url_for_others() {
            assert!(own.ends_with(":8000/"), "{own}");
            assert!(
                !own.contains("//127.") && !own.contains("//0.0.0.0"),
                "{own}"
            );
        }
        assert_eq!(bound("0.0.0.0:8000").url(), "http://127.0.0.1:8000/");
    }

    #[test]
    fn names_of_others_are_not_answered_to() {
        for host in [
            "127.0.0.1:8000",
            "127.0.0.1",
            "[::1]:8000",
            "[::1]",
            "localhost:8000",
            "LocalHost",
            "192.168.1.5:80",
        ] {
            assert!(is_own(host, None), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "evil.example:8000",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "[::1",
        ] {
            assert!(!is_own(host, None), "{host}");
        }
        assert!(is_own("preview.lan:8000", Some("preview.lan")));
        assert!(!is_own("other.lan:8000", Some("preview.lan")));
    }
}
