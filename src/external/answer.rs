//! What came of asking an address.

/// What came of asking an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Something is there.
    There,
    /// Its host says that nothing is there, with this status: 404 or 410.
    Gone(u16),
    /// It is not known whether anything is there.
    NotAsked(Why),
}

/// Why it is not known whether anything is at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is not one that can be asked.
    Address,
    /// Its name is reserved for examples and tests (RFC 2606): nobody has it.
    Reserved,
    /// Its name could not be looked up. Or the machine is offline, which looks the same.
    Name,
    /// Its host takes no connection, or there is no way to it.
    Refused,
    /// No answer came in time.
    Timeout,
    /// There is no safe connection: a certificate that is not trusted, or has run out.
    Tls,
    /// The connection was cut.
    Cut,
    /// An answer that is not HTTP, or a redirect to nothing that can be asked.
    Protocol,
    /// It leads on too often.
    Redirects,
    /// An answer that says neither that something is there nor that nothing is.
    Status(u16),
    /// The time for all of them was over.
    Time,
}

impl Why {
    /// Its word in the message of the diagnostic.
    pub fn word(self) -> &'static str {
        match self {
            Why::Address => "address",
            Why::Reserved => "reserved",
            Why::Name => "name",
            Why::Refused => "refused",
            Why::Timeout => "timeout",
            Why::Tls => "tls",
            Why::Cut => "cut",
            Why::Protocol => "protocol",
            Why::Redirects => "redirects",
            Why::Status(_) => "status",
            Why::Time => "time",
        }
    }

    /// The status of the answer, if there was one.
    pub fn status(self) -> Option<u16> {
        match self {
            Why::Status(status) => Some(status),
            _ => None,
        }
    }

    /// Whether it is the host that keeps silent, not the one address of it.
    pub(super) fn is_of_host(self) -> bool {
        matches!(self, Why::Name | Why::Refused | Why::Timeout | Why::Tls)
    }
}
