//! What stands on the site for a file of the content: the file itself, or pictures made of it.
//!
//! A picture is shown in sizes, and given away in its full size; in either case as it was made here, without what a
//! camera wrote into it. The name of each tells all that it is made from.

use std::collections::BTreeSet;

use crate::photo::{self, Look, Picture};
use crate::source::Asset;

use super::route::asset_route;

/// For what a page wants a file of the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Use {
    /// Within the page.
    Shown,
    /// To be opened or taken away.
    Given,
}

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Published<'a> {
    pub(crate) route: String,
    pub(crate) asset: &'a Asset,
    /// The picture of this width; none: the file itself.
    pub(crate) width: Option<u32>,
}

/// All files that stand for what is used, each once, those of one asset in a row.
pub(crate) fn published<'a>(
    assets: &'a [Asset],
    used: &BTreeSet<(String, Use)>,
) -> Vec<Published<'a>> {
    let mut routes = BTreeSet::new();
    let mut all = Vec::new();
    for asset in assets {
        for how in [Use::Shown, Use::Given] {
            if used.contains(&(asset.path.clone(), how)) {
                all.extend(files(asset, how));
            }
        }
    }
    // Two copies of one photograph become one file.
    all.retain(|file: &Published<'_>| routes.insert(file.route.clone()));
    all
}

fn files(asset: &Asset, how: Use) -> Vec<Published<'_>> {
    let Some(picture) = picture(asset) else {
        let route = asset_route(&asset.path);
        let width = None;
        return vec![Published {
            route,
            asset,
            width,
        }];
    };
    let widths = match how {
        Use::Shown => picture.widths(),
        Use::Given => vec![picture.width],
    };
    let file = |width: u32| Published {
        route: route_at(asset, picture, width),
        asset,
        width: Some(width),
    };
    widths.into_iter().map(file).collect()
}

/// None where the file itself is published.
pub(crate) fn picture(asset: &Asset) -> Option<&Picture> {
    match &asset.look {
        Some(Look::Picture(picture)) => Some(picture),
        _ => None,
    }
}

/// The one file of an asset that is to be opened or taken away.
pub(crate) fn given_route(asset: &Asset) -> String {
    match picture(asset) {
        Some(picture) => route_at(asset, picture, picture.width),
        None => asset_route(&asset.path),
    }
}

/// What an `img` needs; the root of the page goes before each address.
pub(crate) struct Sizes {
    pub(crate) src: String,
    /// Empty where there is one size only.
    pub(crate) srcset: String,
    /// Of the largest; none: it does not say.
    pub(crate) size: Option<(u32, u32)>,
}

pub(crate) fn sizes(asset: &Asset, root: &str) -> Sizes {
    let Some(picture) = picture(asset) else {
        return Sizes {
            src: format!("{root}{}", asset_route(&asset.path)),
            srcset: String::new(),
            size: match asset.look {
                Some(Look::Vector(size)) => size,
                _ => None,
            },
        };
    };
    let widths = picture.widths();
    let address = |width: u32| format!("{root}{}", route_at(asset, picture, width));
    let each = widths.iter().map(|w| format!("{} {w}w", address(*w)));
    let srcset: Vec<String> = each.collect();
    // Browsers that know no sizes get the one in the middle.
    let plain = widths[widths.len() / 2];
    let largest = widths[widths.len() - 1];
    Sizes {
        src: address(plain),
        srcset: match srcset.len() {
            1 => String::new(),
            _ => srcset.join(", "),
        },
        size: Some((largest, picture.height_at(largest))),
    }
}

/// `assets/bridge-1a2b3c4d5e6f-960.jpg`: what is plain of the name, what it is made from, and the width.
fn route_at(asset: &Asset, picture: &Picture, width: u32) -> String {
    const LONGEST: usize = 40;
    let name = asset.path.rsplit('/').next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    let plain = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let plain: String = plain.take(LONGEST).collect();
    let name = match plain.trim_matches('-') {
        "" => "photo",
        plain => plain,
    };
    let (key, ending) = (photo::key(&asset.digest), picture.ending());
    format!("assets/{name}-{key}-{width}.{ending}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Use, given_route, published, sizes};
    use crate::photo::{Kind, Look, Picture};
    use crate::source::Asset;

    fn asset(path: &str, kind: Kind, (width, height): (u32, u32)) -> Asset {
        Asset {
            path: path.to_owned(),
            size: 1,
            digest: "00".repeat(32),
            look: Some(Look::Picture(Picture {
                width,
                height,
                kind,
                moves: false,
                huge: false,
            })),
        }
    }

    fn widths(kind: Kind, width: u32) -> Vec<u32> {
        let one = asset("content/assets/a.jpg", kind, (width, 100));
        let used = BTreeSet::from([(one.path.clone(), Use::Shown)]);
        let all = published(std::slice::from_ref(&one), &used);
        all.iter().filter_map(|file| file.width).collect()
    }

    #[test]
    fn a_photograph_is_never_made_larger() {
        for (width, expected) in [
            (1, &[1][..]),
            (480, &[480]),
            (481, &[480, 481]),
            (960, &[480, 960]),
            (1600, &[480, 960, 1600]),
            (1601, &[480, 960, 1600]),
            (8000, &[480, 960, 1600]),
        ] {
            assert_eq!(widths(Kind::Photograph, width), expected, "{width}");
            assert_eq!(widths(Kind::Drawing, width), [width]);
        }
    }

    #[test]
    fn names_are_short_plain_and_tell_the_width() {
        let long = format!("content/assets/{}.JPG", "x".repeat(300));
        for (path, name) in [
            ("content/assets/problems/bridge-1.jpg", "bridge-1"),
            ("content/assets/望澜大桥.jpg", "photo"),
            ("content/a b/图 2.jpeg", "2"),
            (long.as_str(), &"x".repeat(40)),
        ] {
            let one = asset(path, Kind::Photograph, (4000, 3000));
            let route = given_route(&one);
            let (front, width) = route.rsplit_once('-').unwrap();
            assert_eq!(width, "4000.jpg");
            let (front, key) = front.rsplit_once('-').unwrap();
            assert_eq!((front, key.len()), (format!("assets/{name}").as_str(), 12));
        }
    }

    #[test]
    fn a_page_gets_all_sizes_and_the_middle_one_for_old_browsers() {
        let one = asset("content/assets/a.jpg", Kind::Photograph, (4000, 3000));
        let given = sizes(&one, "../");
        assert!(given.src.starts_with("../assets/a-") && given.src.ends_with("-960.jpg"));
        assert_eq!(given.size, Some((1600, 1200)));
        let set: Vec<&str> = given.srcset.split(", ").collect();
        assert_eq!(set.len(), 3);
        assert!(set[0].ends_with("-480.jpg 480w") && set[2].ends_with("-1600.jpg 1600w"));
    }

    #[test]
    fn copies_of_one_photograph_are_one_file() {
        let all = ["content/assets/a/IMG_1.jpg", "content/assets/b/IMG_1.jpg"]
            .map(|path| asset(path, Kind::Photograph, (300, 200)));
        let uses = all.iter().map(|one| (one.path.clone(), Use::Shown));
        assert_eq!(published(&all, &uses.collect()).len(), 1);
    }
}
