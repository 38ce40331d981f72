//! Finding the rows and limits that concern a file.

use alloc::vec::Vec;

use super::check::MediaValidator;
use super::limit::{Limit, Row, What};
use super::limits::{EXTENSIONS, LIMITS};
use super::media_type::MediaType;

impl MediaValidator {
    /// The row that names the type: as it is written, without parameters, or under its registered name.
    pub(super) fn row(self, media_type: &MediaType) -> Option<&'static Row> {
        let named = |name: &dyn Fn(&Row) -> bool| {
            self.rows()
                .filter(|row| row.carrier.is_none())
                .find(|row| name(row))
        };
        let written = alloc::format!("{media_type}");
        let canonical = media_type.canonical();
        named(&|row| matches!(row.what, What::Type(name) if name == written))
            .or_else(|| named(&|row| row.names(media_type)))
            .or_else(|| named(&|row| row.names(&canonical)))
            .or_else(|| named(&|row| matches!(row.what, What::Any)).filter(|_| !self.lists_types()))
    }

    /// Whether the channel publishes a list of types: a limit for any type then takes no further ones.
    fn lists_types(self) -> bool {
        let is_type = |row: &Row| matches!(row.what, What::Type(_) | What::Extension(_));
        self.rows().any(is_type)
    }

    fn rows(self) -> impl Iterator<Item = &'static Row> {
        let (channel, sender, carrier) = (self.channel, self.sender, self.carrier);
        LIMITS.iter().filter(move |row| {
            row.channel == channel
                && (row.sender.is_none() || sender.is_none() || row.sender == sender)
                && (row.carrier.is_none() || carrier.is_none() || row.carrier == carrier)
        })
    }

    /// Every limit that is published for the type on this channel, each size once, the lowest first.
    pub(super) fn limits(self, media_type: &MediaType) -> Vec<Limit> {
        let canonical = media_type.canonical();
        let mut limits: Vec<Limit> = Vec::new();
        for row in self.rows() {
            let concerns = match row.what {
                What::Any => true,
                What::AnyButImages => media_type.top_level() != "image",
                What::Type(_) | What::Extension(_) => {
                    row.names(media_type) || row.names(&canonical)
                }
            };
            if let Some(limit) = row.limit().filter(|_| concerns)
                && !limits.iter().any(|known| known.bytes == limit.bytes)
            {
                let place = limits.iter().position(|known| known.bytes > limit.bytes);
                limits.insert(place.unwrap_or(limits.len()), limit);
            }
        }
        limits
    }

    /// The place of the limit that the looser reading believes: the lowest of the carriers', where
    /// there are any, else the highest.
    pub(super) fn preferred(self, media_type: &MediaType, limits: &[Limit]) -> usize {
        let concerns = |row: &&Row| {
            matches!(row.what, What::AnyButImages) && media_type.top_level() != "image"
        };
        let carriers = self.rows().filter(concerns).filter_map(Row::limit);
        let lowest = carriers.map(|limit| limit.bytes).min();
        let place = |bytes| limits.iter().position(|limit| limit.bytes == bytes);
        lowest.and_then(place).unwrap_or(limits.len() - 1)
    }
}

impl Row {
    /// True if the row covers the type, by its name or by an extension that stands for it.
    fn names(&self, media_type: &MediaType) -> bool {
        match self.what {
            What::Type(name) => name == media_type.essence(),
            What::Extension(extension) => EXTENSIONS
                .iter()
                .any(|(known, name)| *known == extension && *name == media_type.essence()),
            What::Any | What::AnyButImages => false,
        }
    }
}
