//! A value over time: what it is on any day, and on which days it becomes another. Verdicts are worked out for all days at once, so that a
//! page can follow the calendar and a forecast is no second calculation.

use jiff::civil::Date;

/// What something is on each day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course<T> {
    /// Before the first step.
    first: T,
    /// From that day on; in the order of days, each another value than the one before it.
    steps: Vec<(Date, T)>,
}

impl<T: Copy + Ord> Course<T> {
    /// Returns what never changes.
    #[must_use]
    pub fn always(value: T) -> Self {
        Self { first: value, steps: Vec::new() }
    }

    /// Returns what is `first`, and from each of these days on, in their order, something else.
    #[must_use]
    pub fn new(first: T, steps: impl IntoIterator<Item = (Date, T)>) -> Self {
        let mut course = Self::always(first);
        for (day, value) in steps {
            course.step(day, value);
        }
        course
    }

    fn step(&mut self, day: Date, value: T) {
        // Of two steps on one day the later one tells.
        self.steps.truncate(self.steps.partition_point(|(other, _)| *other < day));
        if self.last() != value {
            self.steps.push((day, value));
        }
    }

    /// Returns what it is before anything was shown.
    #[must_use]
    pub fn first(&self) -> T {
        self.first
    }

    fn last(&self) -> T {
        self.steps.last().map_or(self.first, |(_, value)| *value)
    }

    /// Returns what it is on a day.
    #[must_use]
    pub fn at(&self, day: Date) -> T {
        let passed = self.steps.partition_point(|(step, _)| *step <= day);
        passed.checked_sub(1).and_then(|last| self.steps.get(last)).map_or(self.first, |(_, value)| *value)
    }

    /// Returns what it becomes after a day, and when.
    pub fn after(&self, day: Date) -> impl Iterator<Item = (Date, T)> {
        self.steps[self.steps.partition_point(|(step, _)| *step <= day)..].iter().copied()
    }

    /// Turns each value into another one.
    #[must_use]
    pub fn map<U: Copy + Ord>(&self, turn: impl Fn(T) -> U) -> Course<U> {
        Course::new(turn(self.first), self.steps.iter().map(|(day, value)| (*day, turn(*value))))
    }

    /// Returns the lesser of two on each day.
    #[must_use]
    pub fn min(&self, other: &Self) -> Self {
        self.join(other, Ord::min)
    }

    /// Returns the greater of two on each day.
    #[must_use]
    pub fn max(&self, other: &Self) -> Self {
        self.join(other, Ord::max)
    }

    /// Makes one value of two on each day. Takes time linear in the steps of both.
    fn join(&self, other: &Self, choose: impl Fn(T, T) -> T) -> Self {
        let mut joined = Self::always(choose(self.first, other.first));
        let (mut left, mut right) = (self.steps.iter().peekable(), other.steps.iter().peekable());
        let (mut this, mut that) = (self.first, other.first);
        while let Some(day) = [left.peek(), right.peek()].into_iter().flatten().map(|(day, _)| *day).min() {
            if let Some((_, value)) = left.next_if(|(step, _)| *step == day) {
                this = *value;
            }
            if let Some((_, value)) = right.next_if(|(step, _)| *step == day) {
                that = *value;
            }
            joined.step(day, choose(this, that));
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn day(day: i8) -> Date {
        date(2026, 11, day)
    }

    #[test]
    fn a_value_holds_from_its_day_on() {
        let course = Course::new(1, [(day(5), 3), (day(9), 2)]);
        assert_eq!([4, 5, 8, 9, 30].map(|of| course.at(day(of))), [1, 3, 3, 2, 2]);
        assert_eq!(course.after(day(5)).collect::<Vec<_>>(), [(day(9), 2)]);
    }

    #[test]
    fn steps_that_change_nothing_are_none() {
        let course = Course::new(1, [(day(5), 1), (day(6), 2), (day(6), 1)]);
        assert_eq!(course, Course::always(1));
        assert_eq!(Course::new(1, [(day(5), 3), (day(9), 2)]).map(|value| value.min(2)).steps, [(day(5), 2)]);
    }

    #[test]
    fn two_become_one_on_every_day() {
        let left = Course::new(1, [(day(5), 3), (day(9), 0)]);
        let right = Course::new(2, [(day(7), 1), (day(9), 4)]);
        for of in 1..=30 {
            let (this, that) = (left.at(day(of)), right.at(day(of)));
            assert_eq!(left.min(&right).at(day(of)), this.min(that), "{of}");
            assert_eq!(left.max(&right).at(day(of)), this.max(that), "{of}");
        }
    }
}
