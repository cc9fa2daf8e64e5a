//! Made by a part of its own.
