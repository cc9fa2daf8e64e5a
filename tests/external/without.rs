//! A program that was built without the feature.

use std::process::Command;

use crate::support::office::Office;

#[test]
fn a_program_without_the_network_says_how_to_build_one_that_has_it() {
    let office = Office::of("-- warta.yaml --\nlocales: [en]\n");
    for (language, build) in [("en", "one with it is built by"), ("id", "bangun yang memilikinya dengan")] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_warta"));
        let output = program.args(["check", "--external", "--locale", language]).current_dir(office.path()).output();
        let output = output.unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(&format!("{build} `cargo build --release --features external`")), "{said}");
        assert!(output.stdout.is_empty());
    }
}
