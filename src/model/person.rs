//! A person 人员 and the posts held, each with its term.

use crate::date::Date;

use super::{Head, Seen, Text, Unit};

#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) head: Head,
    pub(crate) name: Text,
    /// In written order.
    pub(crate) posts: Vec<Post>,
    pub(crate) sort_key: Option<String>,
    /// Restricted, always: none when this audience may not see it.
    pub(crate) contact: Option<Text>,
}

#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub(crate) unit: Option<Seen<Unit>>,
    pub(crate) title: Text,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
}

impl Person {
    /// The posts held on a day, in written order.
    pub(crate) fn posts_on(&self, day: Date) -> impl Iterator<Item = &Post> {
        self.posts.iter().filter(move |post| {
            post.from.is_none_or(|f| f <= day) && post.to.is_none_or(|t| day <= t)
        })
    }
}
