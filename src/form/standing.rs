//! Where the form stands with the host: being written, handed over, accepted or refused.

/// What the host says of a record that it stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The host's number for it.
    pub id: String,
    /// When the host stored it, in words or as an ISO time.
    pub at: String,
    /// SHA-256 of the text that was handed over.
    pub hash: String,
}

/// What the host says is wrong, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostError {
    /// The place as written; empty where it is about the whole.
    pub place: String,
    /// The host's own sentence.
    pub message: String,
}

/// Where the form stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Being written.
    #[default]
    Writing,
    /// Handed to the host, which has not answered.
    Sending,
    /// A draft that the host keeps.
    Kept(Receipt),
    /// Sent and stored: shown, no longer changed.
    Sent(Receipt),
    /// Not stored, and why.
    Refused(String, Vec<HostError>),
}
