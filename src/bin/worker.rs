//! The worker: receives a request, calls [`postil::work::handle`], posts the answer.

fn main() {}
