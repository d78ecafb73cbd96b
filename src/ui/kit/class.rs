//! Names of classes. Not Yew's `classes!`, which brings a hash set of 5 KB for what is one string.

use yew::prelude::*;

/// A name, and those whose condition holds.
#[inline(never)]
pub(crate) fn class(name: &str, more: &[(bool, &str)]) -> AttrValue {
    let mut names = name.to_owned();
    for (_, name) in more.iter().filter(|(holds, name)| *holds && !name.is_empty()) {
        names.push(' ');
        names.push_str(name);
    }
    names.into()
}
