//! The doors: the only modules that touch disk, repository, clock and network.
