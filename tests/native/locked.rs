//! The lock held against published vectors, on the very crates that ship, and every old locked file opened still.

use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};
use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
use what_matters::keep::lock::{LockError, Passphrase, unlock};

/// The bytes that a line of hexadecimal digits stands for.
fn hex(digits: &str) -> Vec<u8> {
    let numbers = (0..digits.len()).step_by(2);
    let bytes = numbers.map(|at| u8::from_str_radix(&digits[at..at + 2], 16));
    bytes.collect::<Result<_, _>>().expect("hexadecimal digits")
}

#[test]
fn argon2id_is_that_of_rfc_9106() {
    // Section 5.3, with its secret and its associated data.
    let params = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(AssociatedData::new(&[4; 12]).unwrap())
        .build()
        .unwrap();
    let argon2 =
        Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params.clone());
    let (mut tag, mut blocks) = ([0; 32], vec![argon2::Block::new(); params.block_count()]);
    let hashed =
        argon2
            .unwrap()
            .hash_password_into_with_memory(&[1; 32], &[2; 16], &mut tag, &mut blocks);
    hashed.unwrap();
    assert_eq!(
        tag.to_vec(),
        hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659")
    );
}

/// Test cases 13 to 16 of *The Galois/Counter Mode of Operation*, which is the specification: those with a key of 256 bits and a nonce of 96.
/// Each has a key, a nonce, a text, associated data, the locked text and a tag.
const CASES: [[&str; 6]; 4] = [
    [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "000000000000000000000000",
        "",
        "",
        "",
        "530f8afbc74536b9a963b4f1c4cb738b",
    ],
    [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "000000000000000000000000",
        "00000000000000000000000000000000",
        "",
        "cea7403d4d606b6e074ec5d3baf39d18",
        "d0d1c8a799996bf0265b98b5d48ab919",
    ],
    [
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
        "cafebabefacedbaddecaf888",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255",
        "",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad",
        "b094dac5d93471bdec1a502270e3cc6c",
    ],
    [
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
        "cafebabefacedbaddecaf888",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
        "76fc6ece0f4e1768cddf8853bb2d551b",
    ],
];

#[test]
fn aes_256_gcm_is_that_of_the_specification() {
    for case in CASES {
        let [key, nonce, text, aad, locked, tag] = case.map(hex);
        let cipher = Aes256Gcm::new_from_slice(&key).unwrap();
        let nonce = <[u8; 12]>::try_from(nonce).unwrap().into();
        let sealed = [locked, tag].concat();
        let (msg, aad) = (&*text, &*aad);
        let made = cipher.encrypt(&nonce, Payload { msg, aad });
        assert_eq!(made.as_ref(), Ok(&sealed));
        let msg = &*sealed;
        assert_eq!(cipher.decrypt(&nonce, Payload { msg, aad }), Ok(text));
    }
}

#[test]
fn every_old_locked_file_still_opens() {
    let mut count = 0;
    for file in std::fs::read_dir("tests/data/locked").unwrap() {
        let locked = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let text = unlock(
            &locked,
            &Passphrase::new("walnut kettle garden bright otter seven"),
        );
        assert_eq!(text.unwrap(), "Seeing my garden. Gweld fy ngardd. 🌱\n");
        let other = unlock(
            &locked,
            &Passphrase::new("walnut kettle garden bright otter six"),
        );
        assert_eq!(other, Err(LockError::CannotOpen));
        count += 1;
    }
    assert!(count > 0, "there is no locked file to open");
}
