//! Whose bank holidays count.

use serde::{Deserialize, Serialize};

/// A division of the GOV.UK bank holiday list. The two documents are for councils in England;
/// the others are data for packs written elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England and Wales, which share one list.
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// Every division, in the order of the GOV.UK list.
    pub const ALL: [Nation; 3] = [Nation::EnglandAndWales, Nation::Scotland, Nation::NorthernIreland];

    /// The name that GOV.UK gives the division, as in `bank-holidays.json`.
    pub const fn division(self) -> &'static str {
        match self {
            Nation::EnglandAndWales => "england-and-wales",
            Nation::Scotland => "scotland",
            Nation::NorthernIreland => "northern-ireland",
        }
    }

    /// The division of that name, or `None`.
    pub fn from_division(name: &str) -> Option<Nation> {
        Nation::ALL.into_iter().find(|nation| nation.division() == name)
    }

    /// The letter that marks the nation in `bank_holidays.txt`.
    pub(super) const fn letter(self) -> char {
        match self {
            Nation::EnglandAndWales => 'E',
            Nation::Scotland => 'S',
            Nation::NorthernIreland => 'N',
        }
    }

    /// Holidays that every year has by law or by yearly proclamation: the Banking and Financial
    /// Dealings Act 1971, Christmas Day and Good Friday. A list with fewer is not a whole year.
    pub(super) const fn yearly_holidays(self) -> usize {
        match self {
            Nation::EnglandAndWales => 8,
            Nation::Scotland => 9,
            Nation::NorthernIreland => 10,
        }
    }
}
