namespace CiFeatures.Decoding;

/// <summary>The stable codes of what can be wrong with an answer; <c>docs/errors/decoding.md</c> has a section for each.</summary>
public static class DecodingCodes
{
    /// <summary>The bytes are not JSON, or the JSON is damaged or ends early.</summary>
    public const string DamagedJson = "CIF1101";

    /// <summary>Arrays and objects lie in each other deeper than the limit.</summary>
    public const string TooDeep = "CIF1102";

    /// <summary>The answer, its rows, columns or cells are more than the limits allow.</summary>
    public const string TooLarge = "CIF1103";

    /// <summary>The JSON is not a table answer.</summary>
    public const string NotATable = "CIF1104";

    /// <summary>The JSON is not a summary answer.</summary>
    public const string NotASummary = "CIF1105";

    /// <summary>A field without which the answer makes no sense has the wrong type.</summary>
    public const string WrongEssentialType = "CIF1106";

    /// <summary>Compressed bytes are damaged or end early.</summary>
    public const string DamagedGzip = "CIF1107";

    /// <summary>The counts of a row sum to more cells than there are columns.</summary>
    public const string RowTooLong = "CIF1120";

    /// <summary>The counts of a row sum to fewer cells than there are columns.</summary>
    public const string RowTooShort = "CIF1121";

    /// <summary>A run has a count of zero or less.</summary>
    public const string CountNotPositive = "CIF1122";

    /// <summary>A run has a status code outside 0 to 15.</summary>
    public const string UnknownStatus = "CIF1123";

    /// <summary>A row cannot be read at all.</summary>
    public const string UnreadableRow = "CIF1124";

    /// <summary>Two rows have the same name.</summary>
    public const string DuplicateRow = "CIF1125";

    /// <summary>A list that has one entry for each filled cell has more or fewer.</summary>
    public const string CompactListLength = "CIF1126";

    /// <summary>The durations of a row do not fit its columns, or a value is not a number.</summary>
    public const string Durations = "CIF1127";

    /// <summary>A field that is not essential has a type that it should not have.</summary>
    public const string WrongType = "CIF1128";

    /// <summary>A text or an unknown field is larger than the limits allow.</summary>
    public const string FieldTooLarge = "CIF1129";

    /// <summary>A list that has one entry for each column or row has more or fewer.</summary>
    public const string AxisLength = "CIF1130";

    /// <summary>A time is not a time.</summary>
    public const string UnusableTime = "CIF1131";

    /// <summary>The answer speaks of another job than the one it was stored for.</summary>
    public const string OtherJob = "CIF1132";

    /// <summary>There were more issues than are listed.</summary>
    public const string MoreIssues = "CIF1133";

    /// <summary>An entry of a summary cannot be read, or a job is in it twice.</summary>
    public const string SummaryEntry = "CIF1134";

    /// <summary>A field occurs twice.</summary>
    public const string RepeatedField = "CIF1135";

    /// <summary>A number is not whole, is negative where a count is meant, or is beyond int32.</summary>
    public const string UnusableNumber = "CIF1136";

    /// <summary>The runs of a table answer are not newest first.</summary>
    public const string RunOrder = "CIF1137";

    /// <summary>A time lies before 1990 or after 2099.</summary>
    public const string ImplausibleTime = "CIF1138";

    /// <summary>The bytes of an object are not the protobuf message they should be, or end early.</summary>
    public const string DamagedState = "CIF1150";

    /// <summary>A grid object is not a whole zlib stream.</summary>
    public const string DamagedZlib = "CIF1151";

    /// <summary>A job's base options are not a query, or have a pattern that is not valid.</summary>
    public const string BadTabFilter = "CIF1152";

    /// <summary>No object can be named after a configured name.</summary>
    public const string BadStateName = "CIF1153";

    /// <summary>A text of an object has bytes that are not UTF-8.</summary>
    public const string InvalidUtf8 = "CIF1160";

    /// <summary>A field of an object has another wire type than it should have.</summary>
    public const string WrongWireType = "CIF1161";

    /// <summary>The service cut the grid and left a mark in it.</summary>
    public const string Truncated = "CIF1162";

    /// <summary>A metric speaks of columns that there are not, or has more or fewer values than columns.</summary>
    public const string MetricCode = "CIF1163";

    /// <summary>Rows of the API have more cells than there are headers.</summary>
    public const string ApiRowsBeyondHeaders = "CIF1170";

    /// <summary>The JSON is not the answer of the API that was asked for.</summary>
    public const string NotAnApiAnswer = "CIF1171";

    /// <summary>An entry of a list of the API cannot be read.</summary>
    public const string ApiEntry = "CIF1172";

    /// <summary>A cell of the API has no result but a text.</summary>
    public const string ApiBlankCellText = "CIF1173";

    /// <summary>Two configured names are the same to the API.</summary>
    public const string ApiNameClash = "CIF1174";

    /// <summary>A configured name has no letter and no digit, so the API cannot address it.</summary>
    public const string ApiNameEmpty = "CIF1175";

    /// <summary>A build's JSON file is damaged, or is no object.</summary>
    public const string UnusableBuildJson = "CIF1180";

    /// <summary>A build's JSON file lacks what it is there for.</summary>
    public const string IncompleteBuildJson = "CIF1181";

    /// <summary>A JUnit file is not whole and well-formed XML.</summary>
    public const string DamagedJUnit = "CIF1182";

    /// <summary>The XML is not a JUnit file.</summary>
    public const string NotJUnit = "CIF1183";

    /// <summary>A build's file is larger, deeper or has more entries than the limits allow.</summary>
    public const string BuildFileTooLarge = "CIF1184";

    /// <summary>Characters of a build's file are not allowed there and were replaced.</summary>
    public const string CharactersReplaced = "CIF1185";

    /// <summary>A value of a JUnit file cannot be read.</summary>
    public const string UnusableJUnitValue = "CIF1186";

    /// <summary>The JSON is not an event list.</summary>
    public const string NotAnEventList = "CIF1187";

    /// <summary>An event list is not whole and valid JSON.</summary>
    public const string DamagedEventList = "CIF1188";

    /// <summary>An entry of an event list, or a value of it, cannot be read.</summary>
    public const string UnusableEvent = "CIF1189";

    /// <summary>The format of test names has more or fewer places than parts.</summary>
    public const string TestNameFormat = "CIF1190";

    /// <summary>A build was given twice for one grid.</summary>
    public const string SameBuild = "CIF1191";

    /// <summary>A link to a build does not name a folder of a bucket.</summary>
    public const string BadBuildLink = "CIF1192";

    /// <summary>The pattern of a status rule cannot be read.</summary>
    public const string BadStatusPattern = "CIF1193";

    /// <summary>A build could not be read and has a column that says so.</summary>
    public const string UnreadableBuild = "CIF1194";
}
