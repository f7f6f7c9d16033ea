//! One service as bytes.

use std::rc::Rc;

use super::bytes::{In, Out};
use super::service::{Ages, Cost, Days, Every, Phone, Place, Service, Term, Time, Ways};
use crate::words::Day;

/// Something that is written as bytes and read back, or is not there.
pub(super) trait Record: Sized {
    fn write(&self, out: &mut Out);
    fn read(read: &mut In<'_>) -> Option<Self>;
}

impl Record for Rc<str> {
    fn write(&self, out: &mut Out) {
        out.text(self);
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        read.text().map(Into::into)
    }
}

impl Record for u32 {
    fn write(&self, out: &mut Out) {
        out.number(*self);
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        read.number()
    }
}

impl Record for u16 {
    fn write(&self, out: &mut Out) {
        out.number(u32::from(*self));
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        read.number()?.try_into().ok()
    }
}

impl Record for u8 {
    fn write(&self, out: &mut Out) {
        out.number(u32::from(*self));
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        read.number()?.try_into().ok()
    }
}

impl<T: Record> Record for Option<T> {
    fn write(&self, out: &mut Out) {
        out.number(u32::from(self.is_some()));
        if let Some(one) = self {
            one.write(out);
        }
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        match read.number()? {
            0 => Some(None),
            _ => T::read(read).map(Some),
        }
    }
}

impl<T: Record> Record for Vec<T> {
    fn write(&self, out: &mut Out) {
        out.count(self.len());
        for one in self {
            one.write(out);
        }
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        let count = read.count()?;
        (0..count).map(|_| T::read(read)).collect()
    }
}

impl Record for Day {
    fn write(&self, out: &mut Out) {
        self.year.write(out);
        self.month.write(out);
        self.day.write(out);
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        Some(Self {
            year: Record::read(read)?,
            month: Record::read(read)?,
            day: Record::read(read)?,
        })
    }
}

impl Record for (i32, i32) {
    fn write(&self, out: &mut Out) {
        out.signed(self.0);
        out.signed(self.1);
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        Some((read.signed()?, read.signed()?))
    }
}

impl Record for Days {
    fn write(&self, out: &mut Out) {
        self.bits().write(out);
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        Record::read(read).map(Self::of_bits)
    }
}

impl Record for Ways {
    fn write(&self, out: &mut Out) {
        self.bits().write(out);
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        Record::read(read).map(Self::of_bits)
    }
}

impl Record for Every {
    fn write(&self, out: &mut Out) {
        match self {
            Self::Weeks(each) => (0_u8, *each, 0_u8, 0_u32).write(out),
            Self::Months { each, weeks, days } => (1_u8, *each, *weeks, *days).write(out),
        }
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        let (kind, each, weeks, days): (u8, u8, u8, u32) = Record::read(read)?;
        Some(match kind {
            0 => Self::Weeks(each),
            _ => Self::Months { each, weeks, days },
        })
    }
}

impl<A: Record, B: Record, C: Record, D: Record> Record for (A, B, C, D) {
    fn write(&self, out: &mut Out) {
        self.0.write(out);
        self.1.write(out);
        self.2.write(out);
        self.3.write(out);
    }

    fn read(read: &mut In<'_>) -> Option<Self> {
        Some((
            A::read(read)?,
            B::read(read)?,
            C::read(read)?,
            D::read(read)?,
        ))
    }
}

/// Writes and reads the fields of a type, in the order they stand here.
macro_rules! fields {
    ($kind:ident: $($field:ident)+) => {
        impl Record for $kind {
            fn write(&self, out: &mut Out) {
                $(self.$field.write(out);)+
            }

            fn read(read: &mut In<'_>) -> Option<Self> {
                Some(Self { $($field: Record::read(read)?,)+ })
            }
        }
    };
}

fields!(Cost: what amount text until);
fields!(Time: days every from to starts ends ways text);
fields!(Place: name lines outward at access);
fields!(Phone: number what);
fields!(Ages: from to);
fields!(Term: vocabulary code name url);
fields!(Service: id name provider about alert costs times places phones emails links apply who ages languages covers ways checked changed terms);
