//! The theme and the newsroom of `init` are embedded by a macro that does not watch its files: this
//! makes the compiler look again when one of them has changed.

fn main() {
    for folder in ["themes/warta", "src/command/init"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
