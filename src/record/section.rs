//! The macro that declares a section: its struct, its questions and the way to each answer, said once.

/// Declares sections and rows.
///
/// ```text
/// section! {
///     /// What somebody will do.  Source: domain.md 2.3 K.
///     row Action "action" at "plan/actions" {
///         /// What will be done.
///         what: Narrative, Family;
///     }
/// }
/// ```
///
/// makes `pub struct Action { pub id, pub what, pub carried }`, its [`Shape`](super::Shape), the
/// associated constant `Action::what` that rules name the question by, and [`Section`](super::Section).
macro_rules! section {
    ($( $(#[$doc:meta])* $sort:ident $Name:ident $name:literal at $home:literal {
        $( $(#[$fdoc:meta])* $field:ident : $ty:ty, $audience:ident; )*
    } )+) => { $( $crate::record::section::one! {
        $(#[$doc])* $sort $Name $name at $home { $( $(#[$fdoc])* $field : $ty, $audience; )* }
    } )+ };
}

macro_rules! one {
    ($(#[$doc:meta])* row $Name:ident $name:literal at $home:literal {
        $( $(#[$fdoc:meta])* $field:ident : $ty:ty, $audience:ident; )*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $Name {
            /// The row's id.
            pub id: $crate::record::RowId,
            $( $(#[$fdoc])* pub $field: $ty, )*
            /// Members that this version does not know.
            pub carried: $crate::record::Carried,
        }

        impl Default for $Name {
            fn default() -> Self {
                const BLANK: $Name = $Name {
                    id: $crate::record::RowId::BLANK,
                    $( $field: <$ty as $crate::record::Held>::BLANK, )*
                    carried: Vec::new(),
                };
                BLANK
            }
        }

        impl $crate::record::Row for $Name {
            const SHAPE: &'static $crate::record::Shape = &Self::QUESTIONS;
            fn id(&self) -> &$crate::record::RowId { &self.id }
        }

        $crate::record::section::body! { $Name $name at $home true { $( $(#[$fdoc])* $field : $ty, $audience; )* }
            (row) { Some(&row.id) } (row, id) { row.id = id; } }
    };
    ($(#[$doc:meta])* part $Name:ident $name:literal at $home:literal {
        $( $(#[$fdoc:meta])* $field:ident : $ty:ty, $audience:ident; )*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $Name {
            $( $(#[$fdoc])* pub $field: $ty, )*
            /// Members that this version does not know.
            pub carried: $crate::record::Carried,
        }

        impl Default for $Name {
            fn default() -> Self { <Self as $crate::record::Held>::BLANK }
        }

        impl $crate::record::Held for $Name {
            const KIND: $crate::record::Kind = $crate::record::Kind::Part(|| &Self::QUESTIONS);
            const BLANK: Self =
                Self { $( $field: <$ty as $crate::record::Held>::BLANK, )* carried: Vec::new() };
            fn slot(&self) -> $crate::record::Slot<'_> { $crate::record::Slot::Part(self) }
            fn slot_mut(&mut self) -> $crate::record::SlotMut<'_> { $crate::record::SlotMut::Part(self) }
        }

        $crate::record::section::body! { $Name $name at $home false { $( $(#[$fdoc])* $field : $ty, $audience; )* }
            (_part) { None } (_part, _id) { } }
    };
}

macro_rules! body {
    ($Name:ident $name:literal at $home:literal $row:literal {
        $( $(#[$fdoc:meta])* $field:ident : $ty:ty, $audience:ident; )*
    } ($read:ident) { $id:expr } ($write:ident, $new:ident) { $($set:tt)* }) => {
        #[allow(non_upper_case_globals)]
        impl $Name {
            /// The questions.
            pub const QUESTIONS: $crate::record::Shape = $crate::record::Shape {
                name: $name, home: $home, row: $row,
                fields: &[ $( $crate::record::Field {
                    of: $name, key: stringify!($field),
                    kind: <$ty as $crate::record::Held>::KIND,
                    audience: $crate::record::Audience::$audience,
                } ),* ],
            };
            $( $(#[$fdoc])* pub const $field: $crate::record::Ask<$Name> =
                $crate::record::Ask::new($home, stringify!($field)); )*
        }

        impl $crate::record::Section for $Name {
            fn shape(&self) -> &'static $crate::record::Shape { &Self::QUESTIONS }
            #[allow(unused_assignments, unused_mut, unused_variables)]
            fn slot(&self, index: usize) -> Option<$crate::record::Slot<'_>> {
                let mut at = 0;
                $( if index == at { return Some($crate::record::Held::slot(&self.$field)); } at += 1; )*
                None
            }
            #[allow(unused_assignments, unused_mut, unused_variables)]
            fn slot_mut(&mut self, index: usize) -> Option<$crate::record::SlotMut<'_>> {
                let mut at = 0;
                $( if index == at { return Some($crate::record::Held::slot_mut(&mut self.$field)); } at += 1; )*
                None
            }
            fn row_id(&self) -> Option<&$crate::record::RowId> { let $read = self; $id }
            fn set_row_id(&mut self, $new: $crate::record::RowId) { let $write = self; $($set)* }
            fn carried(&self) -> &$crate::record::Carried { &self.carried }
            fn carried_mut(&mut self) -> &mut $crate::record::Carried { &mut self.carried }
        }
    };
}

pub(crate) use {body, one, section};
