//! That fingerprints are those of the bytes that a value is written as, however many at a time.

use proptest::prelude::*;

use super::*;

/// What a value of these parts writes.
type Parts = Vec<(u8, u16, u32, u64, usize, isize, String)>;

fn bytes(parts: &Parts) -> Vec<u8> {
    let mut bytes = (parts.len() as u64).to_le_bytes().to_vec();
    for (a, b, c, d, e, f, text) in parts {
        bytes.push(*a);
        bytes.extend(b.to_le_bytes());
        bytes.extend(c.to_le_bytes());
        bytes.extend(d.to_le_bytes());
        bytes.extend((*e as u64).to_le_bytes());
        bytes.extend((*f as i64).to_le_bytes());
        bytes.extend(text.bytes().chain([0xFF]));
    }
    bytes
}

proptest! {
    #[test]
    fn a_value_has_the_digest_of_its_bytes(
        parts in prop::collection::vec(any::<(u8, u16, u32, u64, usize, isize)>(), 0..300),
        length in 0_usize..30,
        long in 0_usize..9000,
    ) {
        let mut parts: Parts =
            parts.into_iter().map(|(a, b, c, d, e, f)| (a, b, c, d, e, f, "é".repeat(length))).collect();
        parts.extend((long % 2 == 0).then(|| (1, 2, 3, 4, 5, 6, "x".repeat(long))));
        prop_assert_eq!(Digest::of(&parts), Digest::of_bytes(&bytes(&parts)));
    }

    #[test]
    fn digits_are_read_as_they_are_written_and_no_others(bytes in any::<[u8; 16]>(), at in 0_usize..32) {
        let digits = Digest(bytes).to_string();
        let plain: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        prop_assert_eq!(&digits, &plain);
        prop_assert_eq!(Digest::parse(&digits), Some(Digest(bytes)));
        let mut pushed = "x".to_owned();
        Digest(bytes).push_to(&mut pushed);
        prop_assert_eq!(pushed, format!("x{plain}"));
        for other in ["A", "g", "x", " ", "é", ""] {
            let mut wrong = plain.clone();
            wrong.replace_range(at..=at, other);
            prop_assert_eq!(Digest::parse(&wrong), None);
        }
        prop_assert_eq!(Digest::parse(&format!("0x{plain}")), None);
        prop_assert_eq!(Digest::parse(&format!("0x{}", &plain[2..])), None);
    }

    #[test]
    fn the_first_digits_are_a_number(bytes in any::<[u8; 32]>(), digits in 0_usize..=16) {
        let digest = Sha256(bytes);
        let wanted = usize::from_str_radix(&digest.short(digits), 16).unwrap_or(0);
        prop_assert_eq!(digest.leading(digits), wanted);
    }

    #[test]
    fn pieces_have_the_digest_of_the_whole(pieces in prop::collection::vec("[aé]{0,80}", 0..6)) {
        let whole = Sha256::of_bytes(pieces.concat().as_bytes());
        prop_assert_eq!(Sha256::of_pieces(pieces.iter().map(String::as_str)), whole);
    }
}

#[test]
fn digests_are_kept_in_one_piece_and_no_other_bytes_are_one() {
    let (own, sha256) = (Digest::of_bytes(b"a"), Sha256::of_bytes(b"a"));
    let bytes = postcard::to_allocvec(&(own, sha256, own)).unwrap();
    assert_eq!(bytes.len(), 17 + 33 + 17);
    assert_eq!(postcard::from_bytes::<(Digest, Sha256, Digest)>(&bytes).unwrap(), (own, sha256, own));
    assert!(postcard::from_bytes::<(Sha256, Digest)>(&bytes).is_err(), "of another length");
    assert!(postcard::from_bytes::<Digest>(&bytes[..16]).is_err(), "cut off");
}
