use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorSet};

// Six levels of enums, each of which reaches the next in four ways: 4096 ways to the last one.
macro_rules! level {
    ($level:ident: $($code:literal $own:ident)*; $($wrapper:ident)* -> $next:ident) => {
        #[derive(Debug, ApiError)]
        enum $level {
            $(
                #[api_error(status = 400, code = $code)]
                $own,
            )*
            $(
                #[api_error(transparent)]
                $wrapper($wrapper),
            )*
        }
        $(
            #[derive(Debug, ApiError)]
            enum $wrapper {
                #[api_error(transparent)]
                Next($next),
            }
        )*
    };
}

level! { Level1: "LEVEL_1_A" A "LEVEL_1_B" B; Way1A Way1B Way1C Way1D -> Level2 }
level! { Level2: "LEVEL_2_A" A "LEVEL_2_B" B; Way2A Way2B Way2C Way2D -> Level3 }
level! { Level3: "LEVEL_3_A" A "LEVEL_3_B" B; Way3A Way3B Way3C Way3D -> Level4 }
level! { Level4: "LEVEL_4_A" A "LEVEL_4_B" B; Way4A Way4B Way4C Way4D -> Level5 }
level! { Level5: "LEVEL_5_A" A "LEVEL_5_B" B; Way5A Way5B Way5C Way5D -> Level6 }
level! { Level6: "LEVEL_6_A" A "LEVEL_6_B" B; Way6A Way6B Way6C Way6D -> Level7 }

#[derive(Debug, ApiError)]
#[api_error(status = 400, code = "LAST")]
struct Level7;

static CATALOG: Catalog = Catalog::new("Levels", "1", &[Level1::ERRORS, Level4::ERRORS]);

fn main() {
    let start = std::time::Instant::now();
    assert_eq!(CATALOG.iter().count(), 13);
    assert_eq!(Level1::ERRORS.iter().count(), 13);
    let responses = CATALOG.responses::<Level1>(OpenApi::V3_1);
    assert_eq!(responses.as_object().unwrap().len(), 1);
    assert!(start.elapsed().as_millis() < 1000, "{:?}", start.elapsed());
    let error = Level1::Way1A(Way1A::Next(Level2::Way2D(Way2D::Next(Level3::A))));
    assert_eq!(error.spec().code(), "LEVEL_3_A");
    assert_eq!(error.to_string(), "Bad Request");
}
