//! A text looked at 64 bytes at a time, without a branch: the end of a word is what a processor guesses worst.
//!
//! In: a text, and what says of each byte of a block whether it is looked for. Out: where those stand, in order.

/// How many bytes are looked at together.
pub const BLOCK: usize = 64;

/// The block of a text that begins at a byte. Behind the end of the text there are noughts.
pub fn block_of(text: &[u8], start: usize) -> [u8; BLOCK] {
    let rest = &text[start..];
    rest.first_chunk().copied().unwrap_or_else(|| {
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        last
    })
}

/// The lowest bit of each byte of a block.
pub fn bits(flags: &[u8; BLOCK]) -> u64 {
    let eights = flags.as_chunks().0.iter().enumerate();
    // Each product brings the lowest bits of eight bytes together in the highest one.
    eights.fold(0, |bits, (at, eight)| {
        bits | (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * at)
    })
}

/// The bytes of a text that are looked for, in order.
#[derive(Debug)]
pub struct Places<'t, F> {
    text: &'t [u8],
    look: F,
    /// Where the block begins.
    block: usize,
    /// Which bytes of the block are looked for and were not handed out.
    bits: u64,
}

/// The bytes of a text that are looked for. `look` sets the flag of each byte of a block that is; it is asked for
/// each block once and in order, and the last one is filled up with noughts.
pub fn places<F: FnMut(&[u8; BLOCK], &mut [u8; BLOCK])>(text: &str, look: F) -> Places<'_, F> {
    let mut places = Places { text: text.as_bytes(), look, block: 0, bits: 0 };
    places.next_block();
    places
}

impl<F: FnMut(&[u8; BLOCK], &mut [u8; BLOCK])> Places<'_, F> {
    fn next_block(&mut self) {
        let left = self.text.len() - self.block;
        let mut flags = [0; BLOCK];
        (self.look)(&block_of(self.text, self.block), &mut flags);
        self.bits = bits(&flags) & if left < BLOCK { (1 << left) - 1 } else { u64::MAX };
    }
}

impl<F: FnMut(&[u8; BLOCK], &mut [u8; BLOCK])> Iterator for Places<'_, F> {
    type Item = usize;

    // Asked twice for each word of every text.
    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            if self.block + BLOCK >= self.text.len() {
                return None;
            }
            self.block += BLOCK;
            self.next_block();
        }
        let at = self.block + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(at)
    }

    // A loop in a loop keeps the bits at hand.
    #[inline]
    fn fold<T, G: FnMut(T, usize) -> T>(mut self, mut sum: T, mut add: G) -> T {
        loop {
            let (block, mut bits) = (self.block, self.bits);
            while bits != 0 {
                sum = add(sum, block + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
            if block + BLOCK >= self.text.len() {
                return sum;
            }
            self.block += BLOCK;
            self.next_block();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_looked_for_is_found_at_its_bytes(text in "[ab]{0,70}[abc]{0,140}", any in any::<String>()) {
            for text in [text, any] {
                let is_one = |byte: &u8| matches!(byte, b'a' | 0x80..);
                let flagged = |block: &[u8; BLOCK], flags: &mut [u8; BLOCK]| {
                    flags.iter_mut().zip(block).for_each(|(flag, byte)| *flag = u8::from(is_one(byte)));
                };
                let found: Vec<usize> = places(&text, flagged).collect();
                let mut folded = Vec::new();
                places(&text, flagged).for_each(|at| folded.push(at));
                prop_assert_eq!(&found, &folded, "{}", text);
                let slowly: Vec<usize> = (0..text.len()).filter(|at| is_one(&text.as_bytes()[*at])).collect();
                prop_assert_eq!(found, slowly, "{}", text);
            }
        }
    }
}
