//! Results as JSON text, which JavaScript parses faster than it makes objects one call at a time. Octets are
//! lists of numbers.

use alloc::string::String;
use core::fmt;

use serde::ser::{self, Serialize};

use alloc::string::ToString;

/// Writes a value.
pub(super) fn to_json(value: &(impl Serialize + ?Sized)) -> String {
    let mut json = String::new();
    let Ok(()) = value.serialize(Writer(&mut json));
    json
}

struct Writer<'j>(&'j mut String);

/// Nothing fails: so nothing is checked after each field.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        unreachable!("no type of the crate fails to be written")
    }
}

impl core::error::Error for Never {}

type Done = Result<(), Never>;

// One copy of each: they are called from everywhere.
impl Writer<'_> {
    #[inline(never)]
    fn word(&mut self, word: &str) {
        self.0.push_str(word);
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(character);
                }
                '\0'..='\u{1F}' => {
                    let code = u32::from(character);
                    let digit = |digit| char::from_digit(digit, 16).unwrap_or('0');
                    self.0.push_str("\\u00");
                    self.0.push(digit(code >> 4));
                    self.0.push(digit(code & 15));
                }
                _ => self.0.push(character),
            }
        }
        self.0.push('"');
    }

    /// A number without a sign.
    fn integer(&mut self, number: u64) {
        self.0.push_str(&number.to_string());
    }
}

/// A list or an object, closed by `end`.
struct Members<'j> {
    json: &'j mut String,
    end: &'static str,
    is_first: bool,
}

impl<'j> Members<'j> {
    #[inline(never)]
    fn new(json: &'j mut String, [start, end]: [&'static str; 2]) -> Self {
        json.push_str(start);
        Members {
            json,
            end,
            is_first: true,
        }
    }

    #[inline(never)]
    fn comma(&mut self) -> Writer<'_> {
        if !core::mem::replace(&mut self.is_first, false) {
            self.json.push(',');
        }
        Writer(self.json)
    }

    #[inline(never)]
    fn key(&mut self, key: &str) -> Writer<'_> {
        self.comma().text(key);
        self.json.push(':');
        Writer(self.json)
    }

    fn into_key(mut self, key: &str) -> &'j mut String {
        self.key(key);
        self.json
    }

    #[inline(never)]
    fn close(self) {
        self.json.push_str(self.end);
    }
}

macro_rules! integers {
    ($($name:ident $type:ty),*) => {$(
        fn $name(mut self, number: $type) -> Done {
            self.integer(number.into());
            Ok(())
        }
    )*};
}

macro_rules! signed {
    ($($name:ident $type:ty),*) => {$(
        fn $name(mut self, number: $type) -> Done {
            self.word(if number < 0 { "-" } else { "" });
            self.integer(number.unsigned_abs().into());
            Ok(())
        }
    )*};
}

impl<'j> ser::Serializer for Writer<'j> {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Members<'j>;
    type SerializeTuple = Members<'j>;
    type SerializeMap = Members<'j>;
    type SerializeStruct = Members<'j>;
    type SerializeTupleStruct = Members<'j>;
    type SerializeTupleVariant = Members<'j>;
    type SerializeStructVariant = Members<'j>;

    integers!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);
    signed!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64);

    fn serialize_bool(mut self, value: bool) -> Done {
        self.word(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, number: f32) -> Done {
        self.serialize_f64(number.into())
    }

    /// Degrees and seconds: to 12 digits after the point, or as many as 53 bits hold.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is cast is neither below 0 nor above 2^53"
    )]
    fn serialize_f64(mut self, number: f64) -> Done {
        let mut scale = 1e12;
        while number.abs() * scale > 9e15 && scale > 1.0 {
            scale /= 10.0;
        }
        self.word(if number < 0.0 { "-" } else { "" });
        let (scaled, scale) = ((number.abs() * scale + 0.5) as u64, scale as u64);
        self.integer(scaled / scale);
        let (mut rest, mut place) = (scaled % scale, scale / 10);
        self.word(if rest > 0 { "." } else { "" });
        while rest > 0 {
            self.integer(rest / place);
            (rest, place) = (rest % place, place / 10);
        }
        Ok(())
    }

    fn serialize_char(self, character: char) -> Done {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(mut self, text: &str) -> Done {
        self.text(text);
        Ok(())
    }

    fn serialize_bytes(self, octets: &[u8]) -> Done {
        octets.serialize(self)
    }

    fn serialize_none(mut self) -> Done {
        self.word("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Done {
        let mut members = Members::new(self.0, OBJECT);
        value.serialize(members.key(variant))?;
        members.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'j>, Never> {
        Ok(Members::new(self.0, LIST))
    }

    fn serialize_tuple(self, _: usize) -> Result<Members<'j>, Never> {
        Ok(Members::new(self.0, LIST))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'j>, Never> {
        Ok(Members::new(self.0, OBJECT))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members<'j>, Never> {
        Ok(Members::new(self.0, OBJECT))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Members<'j>, Never> {
        Ok(Members::new(self.0, LIST))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members<'j>, Never> {
        let json = Members::new(self.0, OBJECT).into_key(variant);
        Ok(Members::new(json, ["[", "]}"]))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members<'j>, Never> {
        let json = Members::new(self.0, OBJECT).into_key(variant);
        Ok(Members::new(json, ["{", "}}"]))
    }
}

const LIST: [&str; 2] = ["[", "]"];
const OBJECT: [&str; 2] = ["{", "}"];

macro_rules! members {
    ($($trait:ident $method:ident($($key:ident)?)),*) => {$(
        impl ser::$trait for Members<'_> {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(
                &mut self,
                $($key: &'static str,)?
                value: &T,
            ) -> Done {
                value.serialize(members!(self $($key)?))
            }

            fn end(self) -> Done {
                self.close();
                Ok(())
            }
        }
    )*};
    ($members:ident $key:ident) => { $members.key($key) };
    ($members:ident) => { $members.comma() };
}

members!(
    SerializeSeq serialize_element(),
    SerializeTuple serialize_element(),
    SerializeTupleStruct serialize_field(),
    SerializeTupleVariant serialize_field(),
    SerializeStruct serialize_field(key),
    SerializeStructVariant serialize_field(key)
);

impl ser::SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        key.serialize(self.comma())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.json.push(':');
        value.serialize(Writer(self.json))
    }

    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}
