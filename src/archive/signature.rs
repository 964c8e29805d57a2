//! Signatures in the form of `ssh-keygen -Y`; the only module that names `ssh_key`.

use ssh_key::{HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};

use super::bag::{SIGNATURE, TAG_MANIFEST};
use super::{Content, Files};

/// What a signature of a package is for: it holds for nothing else.
pub(super) const NAMESPACE: &str = "tongbao-archive";

/// Why a key cannot sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyFault {
    /// Not a private key in the form of OpenSSH.
    NotAKey,
    /// It is locked with a passphrase.
    Encrypted,
    /// Only Ed25519 is read, which gives the same signature each time.
    Kind,
}

/// Signs a package with the office's own key: its manifest of tags, which holds the digest of all else.
pub(crate) fn sign(files: &mut Files, key: &str) -> Result<(), KeyFault> {
    let other = key.starts_with("-----BEGIN OPENSSH PRIVATE KEY-----");
    let key = PrivateKey::from_openssh(key).map_err(|_| match other {
        true => KeyFault::Kind,
        false => KeyFault::NotAKey,
    })?;
    if key.is_encrypted() {
        return Err(KeyFault::Encrypted);
    }
    if key.algorithm() != ssh_key::Algorithm::Ed25519 {
        return Err(KeyFault::Kind);
    }
    let Some(Content::Bytes(signed)) = files.get(TAG_MANIFEST) else {
        return Ok(());
    };
    let signature = key
        .sign(NAMESPACE, HashAlg::Sha512, signed)
        .and_then(|signature| signature.to_pem(LineEnding::LF))
        .map_err(|_| KeyFault::Kind)?;
    files.insert(SIGNATURE.to_owned(), Content::Bytes(signature.into_bytes()));
    Ok(())
}

/// Who may sign, as the file of `ssh-keygen -Y verify` says it, and who is to have signed.
pub(crate) struct Signers<'s> {
    pub(crate) allowed: &'s str,
    pub(crate) identity: &'s str,
}

/// What a signature is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// It fits the package; the fingerprint of its key, and whether that key is the asked signer's.
    Fits { key: String, is_known: bool },
    /// Not a signature of this kind.
    Unreadable,
    /// Made for another purpose.
    Namespace(String),
    /// It does not fit what was signed, or is of a kind that cannot be checked here.
    Wrong,
}

pub(super) fn standing(signed: &[u8], signature: &[u8], signers: Option<&Signers<'_>>) -> Standing {
    let Ok(signature) = SshSig::from_pem(signature) else {
        return Standing::Unreadable;
    };
    if signature.namespace() != NAMESPACE {
        return Standing::Namespace(signature.namespace().to_owned());
    }
    let key = PublicKey::from(signature.public_key().clone());
    if key.verify(NAMESPACE, signed, &signature).is_err() {
        return Standing::Wrong;
    }
    let is_known = signers.is_some_and(|signers| {
        let mut lines = signers.allowed.lines();
        lines.any(|line| allows(line, signers.identity, &key))
    });
    let key = key.fingerprint(HashAlg::Sha256).to_string();
    Standing::Fits { key, is_known }
}

/// Whether a line of the allowed signers names this identity with this key. Lines with limits that need a clock or an
/// authority are not taken.
fn allows(line: &str, identity: &str, key: &PublicKey) -> bool {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return false;
    }
    let Some((principals, rest)) = line.split_once(char::is_whitespace) else {
        return false;
    };
    let rest = rest.trim_start();
    let (options, public) = match PublicKey::from_openssh(rest) {
        Ok(public) => ("", public),
        Err(_) => match rest.split_once(char::is_whitespace) {
            Some((options, rest)) => match PublicKey::from_openssh(rest.trim_start()) {
                Ok(public) => (options, public),
                Err(_) => return false,
            },
            None => return false,
        },
    };
    let mut names = principals.trim_matches('"').split(',');
    let is_named = names.any(|name| fits(name, identity));
    is_named && is_for_archives(options) && public.key_data() == key.key_data()
}

/// No options, or the purposes alone, with this one among them.
fn is_for_archives(options: &str) -> bool {
    if options.is_empty() {
        return true;
    }
    let Some((name, list)) = options.split_once('=') else {
        return false;
    };
    let list = list.trim_matches('"');
    name.eq_ignore_ascii_case("namespaces")
        && !list.contains('"')
        && list.split(',').any(|pattern| fits(pattern, NAMESPACE))
}

/// `*` for any signs, `?` for one.
fn fits(pattern: &str, name: &str) -> bool {
    let mut signs = pattern.chars();
    match signs.next() {
        None => name.is_empty(),
        Some('*') => {
            let rest = signs.as_str();
            let mut ends = name.char_indices().map(|(at, _)| at).chain([name.len()]);
            ends.any(|at| fits(rest, &name[at..]))
        }
        Some(sign) => {
            let mut own = name.chars();
            let first = own.next();
            first.is_some_and(|first| sign == '?' || sign == first)
                && fits(signs.as_str(), own.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{fits, is_for_archives};

    #[test]
    fn patterns_fit_as_in_the_manual_of_ssh() {
        for (pattern, name, fitting) in [
            ("office@example.org", "office@example.org", true),
            ("*@example.org", "office@example.org", true),
            ("off?ce@*", "office@example.org", true),
            ("*@example.com", "office@example.org", false),
            ("", "office", false),
        ] {
            assert_eq!(fits(pattern, name), fitting, "{pattern}");
        }
    }

    #[test]
    fn a_key_for_other_purposes_is_not_taken() {
        for (options, taken) in [
            ("", true),
            ("namespaces=\"git,tongbao-archive\"", true),
            ("namespaces=\"git\"", false),
            ("cert-authority", false),
            ("valid-before=\"20200101\"", false),
            (
                "namespaces=\"tongbao-archive\",valid-before=\"20200101\"",
                false,
            ),
        ] {
            assert_eq!(is_for_archives(options), taken, "{options}");
        }
    }
}
