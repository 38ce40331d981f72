//! The convention by which results become JSON: the keys of the npm package, every index in 16-bit units of UTF-16.

/// Serializes `$type` as what `$shape` makes of it.
macro_rules! serialize_as {
    ($($type:ty => $shape:expr),* $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let shape: fn(&$type) -> _ = $shape;
                shape(self).serialize(serializer)
            }
        }
    )*};
}

pub(crate) use serialize_as;
