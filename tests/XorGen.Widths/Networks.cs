namespace XorGen.Widths;

[Network(Inputs = 16, Hidden = 1, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width1;

[Network(Inputs = 16, Hidden = 2, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width2;

[Network(Inputs = 16, Hidden = 3, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width3;

[Network(Inputs = 16, Hidden = 4, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width4;

[Network(Inputs = 16, Hidden = 5, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width5;

[Network(Inputs = 16, Hidden = 6, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width6;

[Network(Inputs = 16, Hidden = 7, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width7;

[Network(Inputs = 16, Hidden = 8, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width8;

[Network(Inputs = 16, Hidden = 9, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width9;

[Network(Inputs = 16, Hidden = 10, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width10;

[Network(Inputs = 16, Hidden = 11, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width11;

[Network(Inputs = 16, Hidden = 12, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width12;

[Network(Inputs = 16, Hidden = 13, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width13;

[Network(Inputs = 16, Hidden = 14, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width14;

[Network(Inputs = 16, Hidden = 15, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width15;

[Network(Inputs = 16, Hidden = 16, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width16;

[Network(Inputs = 16, Hidden = 17, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width17;

[Network(Inputs = 16, Hidden = 18, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width18;

[Network(Inputs = 16, Hidden = 19, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width19;

[Network(Inputs = 16, Hidden = 20, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width20;

[Network(Inputs = 16, Hidden = 21, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width21;

[Network(Inputs = 16, Hidden = 22, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width22;

[Network(Inputs = 16, Hidden = 23, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width23;

[Network(Inputs = 16, Hidden = 24, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width24;

[Network(Inputs = 16, Hidden = 25, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width25;

[Network(Inputs = 16, Hidden = 26, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width26;

[Network(Inputs = 16, Hidden = 27, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width27;

[Network(Inputs = 16, Hidden = 28, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width28;

[Network(Inputs = 16, Hidden = 29, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width29;

[Network(Inputs = 16, Hidden = 30, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width30;

[Network(Inputs = 16, Hidden = 31, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width31;

[Network(Inputs = 16, Hidden = 32, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width32;

[Network(Inputs = 16, Hidden = 33, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width33;

[Network(Inputs = 16, Hidden = 34, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width34;

[Network(Inputs = 16, Hidden = 35, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width35;

[Network(Inputs = 16, Hidden = 36, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width36;

[Network(Inputs = 16, Hidden = 37, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width37;

[Network(Inputs = 16, Hidden = 38, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width38;

[Network(Inputs = 16, Hidden = 39, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width39;

[Network(Inputs = 16, Hidden = 40, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width40;

[Network(Inputs = 16, Hidden = 41, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width41;

[Network(Inputs = 16, Hidden = 42, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width42;

[Network(Inputs = 16, Hidden = 43, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width43;

[Network(Inputs = 16, Hidden = 44, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width44;

[Network(Inputs = 16, Hidden = 45, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width45;

[Network(Inputs = 16, Hidden = 46, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width46;

[Network(Inputs = 16, Hidden = 47, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width47;

[Network(Inputs = 16, Hidden = 48, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width48;

[Network(Inputs = 16, Hidden = 49, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width49;

[Network(Inputs = 16, Hidden = 50, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width50;

[Network(Inputs = 16, Hidden = 51, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width51;

[Network(Inputs = 16, Hidden = 52, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width52;

[Network(Inputs = 16, Hidden = 53, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width53;

[Network(Inputs = 16, Hidden = 54, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width54;

[Network(Inputs = 16, Hidden = 55, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width55;

[Network(Inputs = 16, Hidden = 56, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width56;

[Network(Inputs = 16, Hidden = 57, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width57;

[Network(Inputs = 16, Hidden = 58, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width58;

[Network(Inputs = 16, Hidden = 59, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width59;

[Network(Inputs = 16, Hidden = 60, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width60;

[Network(Inputs = 16, Hidden = 61, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width61;

[Network(Inputs = 16, Hidden = 62, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width62;

[Network(Inputs = 16, Hidden = 63, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width63;

[Network(Inputs = 16, Hidden = 64, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width64;

[Network(Inputs = 16, Hidden = 65, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width65;

[Network(Inputs = 16, Hidden = 66, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width66;

[Network(Inputs = 16, Hidden = 67, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width67;

[Network(Inputs = 16, Hidden = 68, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width68;

[Network(Inputs = 16, Hidden = 69, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width69;

[Network(Inputs = 16, Hidden = 70, Outputs = 4, OutputActivation = "linear")]
internal sealed partial class Width70;
