//! `warta check --external`: links out of the site, asked of hosts that this test keeps on the loopback.

#[cfg(not(feature = "external"))]
mod without;

#[cfg(feature = "external")]
mod asked;
#[cfg(feature = "external")]
mod server;
