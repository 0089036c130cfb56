//! What a response costs at run time: the same responses from errorbook, by hand, and in the ways
//! that people use today.

pub mod by_hand;
pub mod cases;
pub mod declared;
#[cfg(feature = "peers")]
pub mod peers;
pub mod request;
pub mod subject;
pub mod subjects;
