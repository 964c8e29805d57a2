//! Names and texts of records as pages show them: filters, for a page has dozens and a component costs more than its text.

use tera::{Error, Kwargs, State, Tera, TeraResult, Value, value::Key};

use crate::messages::Language;

/// `own`: the language of the pages, where a site has several; `mark` parts the names of a list.
pub(super) fn register(tera: &mut Tera, own: Option<Language>, mark: &str) {
    tera.register_filter("said", move |text: &str, _: Kwargs, state: &State| {
        let mut out = String::new();
        said(text, (own, state), &mut out)?;
        Ok::<Value, Error>(Value::safe_string(&out))
    });
    tera.register_filter("link", move |link: &Value, _: Kwargs, state: &State| {
        let mut out = String::new();
        linked(link, (own, state), &mut out)?;
        Ok::<Value, Error>(Value::safe_string(&out))
    });
    let mark = mark.to_owned();
    tera.register_filter("links", move |all: &Value, _: Kwargs, state: &State| {
        let mut out = String::new();
        let all = all.as_array();
        let all = all.ok_or_else(|| Error::message("`links` wants a list of links"))?;
        for (place, link) in all.iter().enumerate() {
            if place > 0 {
                out.push_str(&mark);
            }
            linked(link, (own, state), &mut out)?;
        }
        Ok::<Value, Error>(Value::safe_string(&out))
    });
}

/// The attribute of a text that is not in the language of its page.
pub(super) fn lang(text: &str, own: Option<Language>) -> Option<Language> {
    own.and_then(|own| Language::of_text(text).filter(|other| *other != own))
}

/// A text of a record: one in another language than its page says so.
fn said(
    text: &str,
    (own, state): (Option<Language>, &State<'_>),
    out: &mut String,
) -> TeraResult<()> {
    let Some(other) = lang(text, own) else {
        out.push_str(&state.escape(text)?);
        return Ok(());
    };
    let tag = other.tag();
    out.push_str(&format!(
        "<span lang=\"{tag}\">{}</span>",
        state.escape(text)?
    ));
    Ok(())
}

/// A link of the views (`text`, `href`, `hidden`): a link, a text alone, or one that says that something is not shown here.
fn linked(
    link: &Value,
    (own, state): (Option<Language>, &State<'_>),
    out: &mut String,
) -> TeraResult<()> {
    let of = |name: &'static str| link.as_map().and_then(|map| map.get(&Key::Str(name)));
    let text = of("text").and_then(Value::as_str);
    let text =
        text.ok_or_else(|| Error::message("`link` wants a link: `text`, `href`, `hidden`"))?;
    let href = of("href").and_then(Value::as_str).unwrap_or_default();
    if href.is_empty() {
        let hidden = of("hidden").and_then(Value::as_bool).unwrap_or_default();
        if !hidden {
            return said(text, (own, state), out);
        }
        let text = state.escape(text)?;
        out.push_str(&format!("<span class=\"hidden\">{text}</span>"));
        return Ok(());
    }
    out.push_str("<a href=\"");
    out.push_str(&state.escape(href)?);
    out.push('"');
    if let Some(other) = lang(text, own) {
        out.push_str(&format!(" lang=\"{}\"", other.tag()));
    }
    out.push('>');
    out.push_str(&state.escape(text)?);
    out.push_str("</a>");
    Ok(())
}
