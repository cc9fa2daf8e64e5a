//! Where the tokens of a text begin: nearly all of a text is words of ASCII with spaces between them, and none of
//! those is looked at letter by letter.

use crate::syntax::blocks::{BLOCK, places};

/// The bytes at which a token begins, in order: each sign, and the first of letters, of figures or of white space
/// that stand together. What is not ASCII is for who asks to look at closely: each of its bytes is one.
pub(super) fn edges(text: &str) -> impl Iterator<Item = usize> {
    let mut last = 0;
    places(text, move |block, flags| {
        let mut sorts = [last; BLOCK + 1];
        sorts[1..].iter_mut().zip(block).for_each(|(own, byte)| *own = sort(*byte));
        for (flag, (before, own)) in flags.iter_mut().zip(sorts.iter().zip(&sorts[1..])) {
            *flag = u8::from((before != own) | (*own == 0));
        }
        last = sorts[BLOCK];
    })
}

/// What a byte runs on with: letters, figures, white space; 0 for what stands by itself.
fn sort(byte: u8) -> u8 {
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let is_figure = byte.wrapping_sub(b'0') < 10;
    let is_space = (byte == b' ') | (byte.wrapping_sub(b'\t') < 5);
    u8::from(is_letter) | u8::from(is_figure) << 1 | u8::from(is_space) << 2
}
