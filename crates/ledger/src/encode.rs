//! The one encoding that hashes and signatures are made over.
//!
//! A message begins with a byte that says what kind of message it is (as in RFC 6962, section 2.1), and
//! goes on with values. A value is a byte for its type, then its length as eight bytes (big-endian), then
//! its content; nothing at all is the type byte [`NOTHING`] alone. So no two lists of values have the same
//! bytes: `("ab", "c")` is not `("a", "bc")`, nothing is not empty, and the number 1 is not the text "1".
//! Text is taken as it was given, in UTF-8, without normalising. Moments are microseconds since 1970 in UTC.

use kernel::Instant;
use sha2::{Digest, Sha256};

/// A message that is one event.
pub const LEAF: u8 = 0x00;
/// A message that joins an event to the hash before it.
pub const LINK: u8 = 0x01;
/// A message that a chain begins with.
pub const GENESIS: u8 = 0x02;
/// A message that is the head of a chain, to be signed.
pub const HEAD: u8 = 0x03;

/// The absence of a value.
pub const NOTHING: u8 = 0x00;
const BYTES: u8 = 0x01;
const TEXT: u8 = 0x02;
const INTEGER: u8 = 0x03;
const BOOLEAN: u8 = 0x04;
const MOMENT: u8 = 0x05;

/// Takes the bytes of a message as they come.
pub trait Sink {
    /// Appends bytes.
    fn put(&mut self, bytes: &[u8]);
}

impl Sink for Sha256 {
    fn put(&mut self, bytes: &[u8]) {
        Digest::update(self, bytes);
    }
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}

/// A message being written.
pub struct Message<S>(S);

impl<S: Sink> Message<S> {
    /// A message of this kind.
    pub fn new(kind: u8, mut sink: S) -> Self {
        sink.put(&[kind]);
        Self(sink)
    }

    fn value(mut self, kind: u8, content: &[u8]) -> Self {
        self.0.put(&[kind]);
        self.0.put(&(content.len() as u64).to_be_bytes());
        self.0.put(content);
        self
    }

    /// Adds nothing: a value that is absent.
    #[must_use]
    pub fn nothing(mut self) -> Self {
        self.0.put(&[NOTHING]);
        self
    }

    /// Adds bytes.
    #[must_use]
    pub fn bytes(self, bytes: &[u8]) -> Self {
        self.value(BYTES, bytes)
    }

    /// Adds text.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.value(TEXT, text.as_bytes())
    }

    /// Adds a whole number.
    #[must_use]
    pub fn integer(self, number: i64) -> Self {
        self.value(INTEGER, &number.to_be_bytes())
    }

    /// Adds yes or no.
    #[must_use]
    pub fn boolean(self, is_so: bool) -> Self {
        self.value(BOOLEAN, &[u8::from(is_so)])
    }

    /// Adds a moment, to the microsecond.
    #[must_use]
    pub fn moment(self, at: Instant) -> Self {
        self.value(MOMENT, &at.timestamp_micros().to_be_bytes())
    }

    /// Adds a value that may be absent.
    #[must_use]
    pub fn optional<T>(self, value: Option<T>, add: impl FnOnce(Self, T) -> Self) -> Self {
        match value {
            Some(value) => add(self, value),
            None => self.nothing(),
        }
    }

    /// What was written.
    pub fn into_inner(self) -> S {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset, Utc};
    use proptest::prelude::*;

    use super::*;

    /// Any value there is.
    #[derive(Debug, Clone, PartialEq)]
    enum Value {
        Nothing,
        Bytes(Vec<u8>),
        Text(String),
        Integer(i64),
        Boolean(bool),
        Moment(i64),
    }

    fn encoded(kind: u8, values: &[Value]) -> Vec<u8> {
        let add = |message: Message<Vec<u8>>, value: &Value| match value {
            Value::Nothing => message.nothing(),
            Value::Bytes(bytes) => message.bytes(bytes),
            Value::Text(text) => message.text(text),
            Value::Integer(number) => message.integer(*number),
            Value::Boolean(is_so) => message.boolean(*is_so),
            Value::Moment(micros) => message.moment(DateTime::from_timestamp_micros(*micros).unwrap()),
        };
        values.iter().fold(Message::new(kind, Vec::new()), add).into_inner()
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn any_value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Nothing),
            prop::collection::vec(any::<u8>(), 0..4).prop_map(Value::Bytes),
            "[ab\u{0}é]{0,3}".prop_map(Value::Text),
            (-3_i64..300).prop_map(Value::Integer),
            any::<bool>().prop_map(Value::Boolean),
            (-3_i64..300).prop_map(Value::Moment),
        ]
    }

    proptest! {
        #[test]
        fn aud_03_no_two_lists_of_values_have_the_same_bytes(
            (one, other) in (prop::collection::vec(any_value(), 0..5), prop::collection::vec(any_value(), 0..5)),
        ) {
            prop_assert_eq!(encoded(LEAF, &one) == encoded(LEAF, &other), one == other);
        }

        #[test]
        fn aud_03_no_message_is_the_beginning_of_a_longer_one_with_as_many_values(
            (one, other) in (prop::collection::vec(any_value(), 3), prop::collection::vec(any_value(), 3)),
        ) {
            prop_assume!(one != other);
            prop_assert!(!encoded(LEAF, &one).starts_with(&encoded(LEAF, &other)));
        }
    }

    #[test]
    fn aud_03_a_shifted_boundary_nothing_and_look_alikes_are_all_different() {
        let different = [
            vec![text("ab"), text("c")],
            vec![text("a"), text("bc")],
            vec![text("abc")],
            vec![text("abc"), text("")],
            vec![text("abc"), Value::Nothing],
            vec![Value::Bytes(b"abc".to_vec())],
            vec![text("1")],
            vec![Value::Integer(1)],
            vec![Value::Moment(1)],
            vec![Value::Boolean(true)],
            // One letter in two ways of Unicode: as it was given.
            vec![text("é")],
            vec![text("e\u{301}")],
        ];
        for (index, one) in different.iter().enumerate() {
            for other in different.iter().skip(index + 1) {
                assert_ne!(encoded(LEAF, one), encoded(LEAF, other), "{one:?} {other:?}");
            }
            assert_ne!(encoded(LEAF, one), encoded(LINK, one));
        }
    }

    #[test]
    fn aud_03_one_moment_has_one_encoding_whatever_the_time_zone_it_is_told_in() {
        let utc: DateTime<Utc> = "2026-01-05T08:00:00.000001Z".parse().unwrap();
        let amsterdam: DateTime<FixedOffset> = "2026-01-05T09:00:00.000001+01:00".parse().unwrap();
        let bytes = |at| Message::new(LEAF, Vec::new()).moment(at).into_inner();
        assert_eq!(bytes(utc), bytes(amsterdam.into()));
        assert_ne!(bytes(utc), bytes(utc + chrono::Duration::microseconds(1)));
    }
}
