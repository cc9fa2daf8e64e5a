//! The command `warta`.

fn main() {}
