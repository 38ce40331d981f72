//! Results as JSON text, which JavaScript parses faster than it makes objects one call at a time. Octets are
//! lists of numbers.

use alloc::string::{String, ToString};
use core::fmt;

use serde::ser::{self, Serialize};

/// Writes a value.
pub(super) fn to_json(value: &(impl Serialize + ?Sized)) -> String {
    let mut json = String::new();
    // No type of the crate serializes what `Writer` refuses.
    let _ = value.serialize(Writer(&mut json));
    json
}

struct Writer<'j>(&'j mut String);

/// A number with a fraction or a key that is no string: nothing that the crate has.
#[derive(Debug)]
struct Unsupported;

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not supported")
    }
}

impl ser::Error for Unsupported {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Unsupported
    }
}

impl core::error::Error for Unsupported {}

type Done = Result<(), Unsupported>;

impl Writer<'_> {
    fn word(self, word: &str) {
        self.0.push_str(word);
    }

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
}

/// A list or an object, closed by `end`.
struct Members<'j> {
    json: &'j mut String,
    end: char,
    is_first: bool,
}

impl<'j> Members<'j> {
    fn new(json: &'j mut String, [start, end]: [char; 2]) -> Self {
        json.push(start);
        Members {
            json,
            end,
            is_first: true,
        }
    }

    fn member(&mut self, value: &(impl Serialize + ?Sized)) -> Done {
        if !core::mem::replace(&mut self.is_first, false) {
            self.json.push(',');
        }
        value.serialize(Writer(self.json))
    }

    fn value(&mut self, value: &(impl Serialize + ?Sized)) -> Done {
        self.json.push(':');
        value.serialize(Writer(self.json))
    }

    fn close(self) {
        self.json.push(self.end);
    }
}

macro_rules! integers {
    ($($name:ident $type:ty),*) => {$(
        fn $name(self, number: $type) -> Done {
            self.word(&number.to_string());
            Ok(())
        }
    )*};
}

impl<'j> ser::Serializer for Writer<'j> {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Members<'j>;
    type SerializeTuple = Members<'j>;
    type SerializeMap = Members<'j>;
    type SerializeStruct = Members<'j>;
    type SerializeTupleStruct = ser::Impossible<(), Unsupported>;
    type SerializeTupleVariant = ser::Impossible<(), Unsupported>;
    type SerializeStructVariant = ser::Impossible<(), Unsupported>;

    integers!(
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_u8 u8,
        serialize_u16 u16, serialize_u32 u32, serialize_u64 u64
    );

    fn serialize_bool(self, value: bool) -> Done {
        self.word(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Done {
        Err(Unsupported)
    }

    /// Degrees and seconds: to 12 digits after the point, or as many as 53 bits hold.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is cast is neither below 0 nor above 2^53"
    )]
    fn serialize_f64(self, number: f64) -> Done {
        let mut scale = 1e12;
        while number.abs() * scale > 9e15 && scale > 1.0 {
            scale /= 10.0;
        }
        self.0.push_str(if number < 0.0 { "-" } else { "" });
        let (scaled, scale) = ((number.abs() * scale + 0.5) as u64, scale as u64);
        self.0.push_str(&(scaled / scale).to_string());
        let (mut rest, mut place) = (scaled % scale, scale / 10);
        self.0.push_str(if rest > 0 { "." } else { "" });
        while rest > 0 {
            self.0.push_str(&(rest / place).to_string());
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

    fn serialize_none(self) -> Done {
        self.word("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.word("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.word("null");
        Ok(())
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
        let mut members = Members::new(self.0, ['{', '}']);
        members.member(variant)?;
        members.value(value)?;
        members.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'j>, Unsupported> {
        Ok(Members::new(self.0, ['[', ']']))
    }

    fn serialize_tuple(self, _: usize) -> Result<Members<'j>, Unsupported> {
        Ok(Members::new(self.0, ['[', ']']))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'j>, Unsupported> {
        Ok(Members::new(self.0, ['{', '}']))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members<'j>, Unsupported> {
        Ok(Members::new(self.0, ['{', '}']))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsupported> {
        Err(Unsupported)
    }
}

impl ser::SerializeSeq for Members<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.member(value)
    }

    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTuple for Members<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.member(value)
    }

    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}

impl ser::SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        self.member(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.value(value)
    }

    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        self.member(key)?;
        self.value(value)
    }

    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}
